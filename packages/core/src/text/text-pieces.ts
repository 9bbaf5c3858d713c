import { foldedString } from './fold-with-alignment.ts';

/** A part of a text that ends between two blocks. */
export interface TextPiece {
  readonly start: number;
  readonly end: number;
  /** Tells at once of most pieces that words are not in them. */
  readonly folded: string;
}

/** UTF-16 units of a piece, at least. */
const PIECE = 16_384;
const BETWEEN_BLOCKS = /\n[^\S\n]*\n/gu;

/** A text in pieces that can be looked through one by one; it can be left after each of them. */
export function* textPieces(text: string): Generator<void, TextPiece[], void> {
  const pieces: TextPiece[] = [];
  for (let start = 0; start < text.length; start = pieces.at(-1)?.end ?? text.length) {
    BETWEEN_BLOCKS.lastIndex = start + PIECE;
    const gap = BETWEEN_BLOCKS.exec(text);
    const end = gap === null ? text.length : gap.index + gap[0].length;
    pieces.push({ start, end, folded: foldedString(text.slice(start, end)) });
    yield;
  }
  return pieces;
}
