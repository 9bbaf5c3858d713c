/** Longer blocks are analysed piece by piece: what is made of a text at once then never grows with the text. */
const LONGEST_PIECE = 50_000;

export interface Piece {
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
}

/**
 * A block in pieces that can be analysed by themselves: nearly always the whole block. A block of a megabyte in one line
 * is cut after the last end of a sentence that a piece has, else at white space, and inside a word only where it has
 * neither; never inside a character.
 */
export function* cutLongBlock(text: string, { longest = LONGEST_PIECE } = {}): Generator<Piece> {
  let start = 0;
  while (text.length - start > longest) {
    const end = start + cutIn(text.slice(start, start + longest));
    yield { start, end };
    start = end;
  }
  if (start < text.length) yield { start, end: text.length };
}

/**
 * Whether a piece can say anything at all: hardly a letter or digit among its marks means data or rubble, of which each
 * mark would be a word. Asked of whole pieces only; a short block of marks costs nothing.
 */
export function isRubble(text: string, { longest = LONGEST_PIECE } = {}): boolean {
  if (text.length < longest / 2) return false;
  let wordlike = 0;
  for (const run of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) wordlike += run[0].length;
  return wordlike < text.length / 4;
}

function cutIn(piece: string): number {
  const earliest = piece.length >> 1;
  for (const ends of [/[.!?]["'”’)\]]?\s+|[。！？．｡]+[」』）)]?/gu, /\s+/gu]) {
    let last = 0;
    ends.lastIndex = earliest;
    for (let match = ends.exec(piece); match !== null; match = ends.exec(piece)) last = ends.lastIndex;
    if (last > 0) return last;
  }
  return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length;
}
