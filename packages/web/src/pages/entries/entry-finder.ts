import type { EntrySummary } from '../../data/shapes.ts';
import { bestFirst } from '../../search/best-first.ts';
import { bestRank, fold } from '../../search/fold.ts';
import { Narrowing } from '../../search/narrowing.ts';

export const entryFilters = ['all', 'defined', 'unexplained', 'edited', 'issues'] as const;
export type EntryFilter = (typeof entryFilters)[number];

const holds: Readonly<Record<EntryFilter, (entry: EntrySummary) => boolean>> = {
  all: () => true,
  defined: ({ state }) => state === 'defined',
  unexplained: ({ state }) => state !== 'defined',
  edited: ({ isEdited }) => isEdited,
  issues: ({ openIssues }) => openIssues > 0,
};

interface AskedEntries {
  readonly query: string;
  readonly filter: EntryFilter;
  /** The id of one, or `none`; all where it is not told. */
  readonly category?: string | undefined;
}

/** Behind whatever answers by a name (0–3): what answers by what it says. */
const behindNames = 4;

/**
 * Finds the entries that are asked for, in the order people read them; with a query, those whose name answers best
 * first. Who types a word asks for the same thousands of texts at each key: what was found before is remembered.
 */
export function entryFinder(entries: readonly EntrySummary[]): (asked: AskedEntries) => readonly EntrySummary[] {
  const folded = new Map<EntrySummary, { readonly names: readonly string[]; readonly all: string }>();
  const foldedOf = (entry: EntrySummary) => {
    const known = folded.get(entry);
    if (known !== undefined) return known;
    const { term, reading = '', names: others, definition = '' } = entry;
    const names = [term, reading, ...others].map(fold);
    const made = { names, all: [...names, fold(definition)].join('\n') };
    folded.set(entry, made);
    return made;
  };
  const texts = new Narrowing(entries, (entry, wanted) => foldedOf(entry).all.includes(wanted));
  return ({ query, filter, category }) => {
    const inCategory = category === 'none' ? undefined : category;
    const wanted = fold(query.trim());
    const found = texts
      .find(wanted)
      .filter((entry) => holds[filter](entry) && (category === undefined || entry.categoryId === inCategory));
    if (wanted === '') return found;
    return bestFirst(found, (entry) => bestRank(foldedOf(entry).names, wanted) ?? behindNames);
  };
}
