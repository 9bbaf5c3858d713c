import type { EntrySummary } from '../../data/shapes.ts';
import { bestRank, fold } from '../../search/fold.ts';

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
  {
    query,
    filter,
    category,
  }: { readonly query: string; readonly filter: EntryFilter; readonly category?: string | undefined },
): readonly EntrySummary[] {
  const inCategory = category === 'none' ? undefined : category;
  const chosen = entries.filter(
    (entry) => holds[filter](entry) && (category === undefined || entry.categoryId === inCategory),
  );
  const wanted = fold(query.trim());
  if (wanted === '') return chosen;
  return chosen
    .flatMap((entry) => {
      const { names, definition } = foldedOf(entry);
      const rank = bestRank(names, wanted);
      if (rank !== undefined) return [{ entry, rank }];
      return definition.includes(wanted) ? [{ entry, rank: 4 }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** Who types a word asks for the same thousands of texts at each key. */
const folded = new WeakMap<EntrySummary, { readonly names: readonly string[]; readonly definition: string }>();

function foldedOf(entry: EntrySummary) {
  const known = folded.get(entry);
  if (known !== undefined) return known;
  const { term, reading = '', names, definition = '' } = entry;
  const made = { names: [term, reading, ...names].map(fold), definition: fold(definition) };
  folded.set(entry, made);
  return made;
}
