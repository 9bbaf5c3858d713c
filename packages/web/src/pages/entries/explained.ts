import type { EntryDetail, EntrySummary } from '../../data/shapes.ts';

/** Whether something says what the entry is; a sentence that shows it in use does not. */
export function isExplained({ state }: Pick<EntrySummary, 'state'>): boolean {
  return state === 'defined';
}

/** Why there is no definition: a term that was just added is looked for by the next run, and nobody knows before. */
export function whyUnexplained({
  isAdded,
  occurrences,
  scoreParts,
}: Pick<EntryDetail, 'isAdded' | 'occurrences' | 'scoreParts'>): 'notLookedFor' | 'unused' | 'unexplained' {
  if (occurrences === 0) return 'unused';
  // Whatever a run looked at has a score that it can account for.
  return isAdded && scoreParts.length === 0 ? 'notLookedFor' : 'unexplained';
}
