import type { EntrySummary } from '../../data/shapes.ts';
import { fold, matchRank } from '../../search/fold.ts';

export const entryFilters = ['all', 'defined', 'unexplained', 'edited', 'issues'] as const;
export type EntryFilter = (typeof entryFilters)[number];

const holds: Readonly<Record<EntryFilter, (entry: EntrySummary) => boolean>> = {
  all: () => true,
  defined: ({ state }) => state === 'defined',
  unexplained: ({ state }) => state !== 'defined',
  edited: ({ isEdited }) => isEdited,
  issues: ({ openIssues }) => openIssues > 0,
};

/** The entries that are asked for, in the order people read them; with a query, those whose name answers best first. */
export function filterEntries(
  entries: readonly EntrySummary[],
  { query, filter }: { readonly query: string; readonly filter: EntryFilter },
): readonly EntrySummary[] {
  const chosen = entries.filter(holds[filter]);
  const wanted = fold(query.trim());
  if (wanted === '') return chosen;
  return chosen
    .flatMap((entry) => {
      const ranks = [entry.term, entry.reading ?? '', ...entry.names].flatMap(
        (name) => matchRank(fold(name), wanted) ?? [],
      );
      if (ranks.length > 0) return [{ entry, rank: Math.min(...ranks) }];
      return entry.definition !== undefined && fold(entry.definition).includes(wanted) ? [{ entry, rank: 4 }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}
