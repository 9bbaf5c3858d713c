import type { EntrySummary } from '../data/shapes.ts';
import { fold } from '../search/fold.ts';

/** Kinds of highlights in documents. */
export const highlightStates = ['defined', 'candidate', 'required', 'forbidden'] as const;
export type HighlightState = (typeof highlightStates)[number];

/** How words of a document are marked that stand for an entry: by what it says, unless they are not to be used for it. */
export function stateOf(entry: EntrySummary | undefined, words: string): HighlightState {
  const found = entry?.forbidden === undefined ? '' : fold(words);
  // Inflected, a name is longer than it is written in the glossary.
  if (entry?.forbidden?.some((name) => found.startsWith(fold(name))) === true) return 'forbidden';
  return entry?.state === 'defined' ? 'defined' : 'candidate';
}
