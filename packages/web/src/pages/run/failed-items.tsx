import type { RunView } from '../../data/run-view.ts';
import { useWords } from '../../words/words.tsx';

/** What was given up, and why. */
export function FailedItems({ items }: { readonly items: RunView['failed'] }) {
  const words = useWords();
  return (
    <section className="panel failed-items" aria-labelledby="failed-items">
      <h2 id="failed-items">{words.runs.failedItems}</h2>
      <ul>
        {items.map(({ item, step, failure, tries }) => (
          <li key={`${step}${item}`}>
            <strong>{item}</strong> <span className="muted">{words.runs.steps[step]}</span>
            <p>
              {failure.message} <span className="muted">{words.runs.tries(tries)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
