import type { Range } from '../domain/index.ts';

/**
 * A range of Markdown that begins with the words of a link, together with the bracket before them: without it the rest
 * of the link would stand in the quotation as if it were words.
 */
export function withOpeningMark(text: string, { start, end }: Range): Range {
  const closing = /^[^[\]\n]*\]\(/u.exec(text.slice(start, end));
  if (closing === null) return { start, end };
  const opening = /!?\[[*_`]*$/u.exec(text.slice(Math.max(0, start - LONGEST), start));
  return { start: start - (opening?.[0].length ?? 0), end };
}

/** An opening bracket and the marks of emphasis or code inside it. */
const LONGEST = 8;
