import type { Range } from '../domain/index.ts';
import { createFoldedText, foldedString, foldWithAlignment, unitsToString } from './fold-with-alignment.ts';
import type { TextPiece } from './text-pieces.ts';

/** What a text may have where somebody who types it has not yet gone on: a hyphen is a space as soon as a word follows. */
const UNFINISHED = /^[-_\s\u30fb\uff65\u2010-\u2013]+|[-_\s\u30fb\uff65\u2010-\u2013]+$/gu;

/** Finds what people type anywhere in texts, also in the midst of words. No two places overlap. */
export interface WordFinder {
  /** How often the words stand in the pieces of a text. */
  count(pieces: readonly TextPiece[]): number;
  /** The first places in a text, at most so many. */
  places(text: string, pieces: readonly TextPiece[], most: number): readonly Range[];
}

/**
 * Looks for words as names are compared (`foldWithAlignment`): width, case, hyphens, and white space in Japanese make
 * no difference. `undefined` where nothing is left to look for.
 */
export function createWordFinder(words: string): WordFinder | undefined {
  const finished = words.replace(UNFINISHED, '');
  const wanted = foldedString(finished === '' ? words : finished);
  if (wanted === '') return undefined;
  return {
    count: (pieces) => pieces.reduce((sum, { folded }) => sum + countIn(folded, wanted), 0),
    places(text, pieces, most) {
      const ranges: Range[] = [];
      for (const piece of pieces) {
        if (ranges.length >= most) break;
        if (piece.folded.includes(wanted)) ranges.push(...rangesIn(text, piece, wanted));
      }
      return ranges.slice(0, most);
    },
  };
}

function countIn(folded: string, wanted: string): number {
  let count = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}

function rangesIn(text: string, piece: TextPiece, wanted: string): readonly Range[] {
  // The same as for the folded piece, which knows nothing of what is around it.
  const { units, starts, ends, length } = foldWithAlignment(
    text.slice(piece.start, piece.end),
    createFoldedText(piece.end - piece.start + 8),
    { lineBreaks: 'space' },
  );
  const folded = unitsToString(units, 0, length);
  const ranges: Range[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = piece.start + (starts[at] ?? 0);
    ranges.push({ start, end: piece.start + (ends[at + wanted.length - 1] ?? 0) });
  }
  return ranges;
}
