import type { RunInfo } from '../data/shapes.ts';
import type { Words } from '../words/en.ts';

type Outcome = NonNullable<RunInfo['outcome']>;

/** Whether a run made a difference to a glossary that was there: the first one brings everything. */
export function isNews({ entries, added, removed }: Outcome): boolean {
  return removed > 0 || (added > 0 && added < entries);
}

/** Names in a notice; the run tells more of them. */
const fewNames = 3;

/** What came and what left, on one line, the first of what left by name. */
export function tellOutcome({ added, removed, removedNames }: Outcome, words: Words): string {
  const { cameAndLeft } = words.runs;
  const names = removedNames.slice(0, fewNames).map(({ term }) => term);
  const more = removed - names.length;
  const told = names.length === 0 ? '' : words.list([...names, ...(more > 0 ? [cameAndLeft.more(more)] : [])]);
  return [
    ...(added > 0 ? [cameAndLeft.came(added)] : []),
    ...(removed > 0 ? [told === '' ? cameAndLeft.gone(removed) : cameAndLeft.goneNamed(removed, told)] : []),
  ].join(' · ');
}
