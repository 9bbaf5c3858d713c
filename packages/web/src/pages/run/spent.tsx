import type { RunInfo } from '../../data/shapes.ts';
import { useWords } from '../../words/words.tsx';

/** With whom the run worked and what that cost, beside the most that it was allowed. */
export function Spent({ run: { usage, budget, settings } }: { readonly run: RunInfo }) {
  const words = useWords();
  const models = [...new Set(Object.values(settings?.models ?? {}).map(({ model }) => model))];
  if (usage.calls === 0 && models.length === 0) return null;
  const { calls, inputTokens, outputTokens, cost, unpricedCalls } = usage;
  const of = (spent: string, most: string | undefined) => (most === undefined ? spent : words.runs.ofMost(spent, most));
  return (
    <p className="run-spent numbers">
      {models.length > 0 && <span>{words.list(models)}</span>}
      <span>
        {of(words.runs.callCount(calls), budget?.calls === undefined ? undefined : words.number(budget.calls))}
      </span>
      <span>
        {of(
          words.runs.tokenCount(inputTokens + outputTokens),
          budget?.tokens === undefined ? undefined : words.number(budget.tokens),
        )}
      </span>
      <span>
        {unpricedCalls > 0 && cost === 0
          ? words.runs.unpriced
          : of(words.runs.cost(cost), budget?.cost === undefined ? undefined : words.runs.cost(budget.cost))}
      </span>
    </p>
  );
}
