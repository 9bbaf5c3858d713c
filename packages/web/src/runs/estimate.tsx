import type { RunEstimate } from '@genglossary/client';
import { useWords } from '../words/words.tsx';

/** What something will spend on a language model, before it does. */
export function Estimate({ estimate: { calls, tokens, cost } }: { readonly estimate: RunEstimate }) {
  const words = useWords();
  const known = (value: number | 'unknown') => (value === 'unknown' ? words.runs.unknown : words.number(value));
  const facts = [
    [words.settings.most.calls, known(calls)],
    [words.settings.most.tokens, known(tokens)],
    [words.settings.most.cost, cost === 'unknown' ? words.runs.unknown : words.runs.costRange(cost.from, cost.to)],
  ] as const;
  return (
    <dl className="facts" aria-label={words.runs.estimate}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
