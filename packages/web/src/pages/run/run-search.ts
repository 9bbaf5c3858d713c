import { type StepName, stepNames } from '@genglossary/core/domain';
import { oneIn, type SearchWords } from '../../data/address.ts';

/** What of the page its address keeps: the step whose lines are shown, and the line that one came for, by its number. */
export interface RunSearch {
  readonly step?: StepName | undefined;
  readonly line?: number | undefined;
}

export function runSearch(search: SearchWords): RunSearch {
  const line = Number(search['line'] ?? Number.NaN);
  return { step: oneIn(search, 'step', stepNames), line: Number.isSafeInteger(line) && line > 0 ? line : undefined };
}
