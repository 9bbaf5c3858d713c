import { useWords } from '../../words/words.tsx';

const [low, high] = [0.5, 0.8];

/** How sure a definition is, computed from its evidence (0–1): a word, and a bar for comparing. */
export function Confidence({ value }: { readonly value: number }) {
  const words = useWords();
  const word = value >= high ? 'high' : value >= low ? 'medium' : 'low';
  return (
    <span className={`confidence confidence-${word}`} title={words.percent(value)}>
      {words.entries.confidence}: {words.entries.confidenceWords[word]}
      <span className="confidence-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${value})` }} />
      </span>
    </span>
  );
}
