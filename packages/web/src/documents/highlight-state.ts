import type { EntrySummary } from '../data/shapes.ts';
import { fold } from '../search/fold.ts';

/** Kinds of highlights in documents. */
export const highlightStates = ['defined', 'candidate', 'required', 'forbidden'] as const;
export type HighlightState = (typeof highlightStates)[number];

/** How words of a document are marked that stand for an entry: by what it says, unless they are not to be used for it. */
export function stateOf(entry: EntrySummary | undefined, words: string): HighlightState {
  if (entry?.forbidden !== undefined) {
    const { term, names, forbidden } = entry;
    const allowed = [term, ...names].filter((name) => !forbidden.includes(name));
    if (longestBegin(forbidden, words) > longestBegin(allowed, words)) return 'forbidden';
  }
  return entry?.state === 'defined' ? 'defined' : 'candidate';
}

/** Letters of the longest of these names that the words begin with: inflected, a name is longer than it is written in the glossary. */
function longestBegin(names: readonly string[], words: string): number {
  const found = fold(words);
  return Math.max(0, ...names.map(fold).map((name) => (found.startsWith(name) ? name.length : 0)));
}
