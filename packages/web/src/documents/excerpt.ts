import type { Prose, Range } from '@genglossary/core/domain';

const mostAround = 220;

/** A stretch of a document's text and where it begins. */
export interface Excerpt {
  readonly start: number;
  readonly text: string;
}

/** The paragraph around a range, and not more than a few lines of it on either side. */
export function excerptOf(text: string, { start, end }: Range): Excerpt {
  const blank = /\r?\n[^\S\r\n]*\r?\n/gu;
  let from = Math.max(0, start - mostAround);
  const before = text.slice(from, start);
  const lastGap = [...before.matchAll(blank)].at(-1);
  if (lastGap !== undefined) from += lastGap.index + lastGap[0].length;
  else if (from > 0) from = nextWord(text, from, start);
  const nextGap = text.slice(end, end + mostAround).search(blank);
  const to = nextGap >= 0 ? end + nextGap : previousWord(text, Math.min(text.length, end + mostAround), end);
  return { start: from, text: text.slice(from, to) };
}

/** The paragraphs of a prose that a range of it is in, and the range within them. */
export function blocksAround(
  { text, blocks }: Pick<Prose, 'text' | 'blocks'>,
  { start, end }: Range,
): { readonly text: string; readonly range: Range } {
  const touched = blocks.filter((block) => block.end > start && block.start < end);
  const from = Math.min(start, ...touched.map((block) => block.start));
  const to = Math.max(end, ...touched.map((block) => block.end));
  return { text: text.slice(from, to), range: { start: start - from, end: end - from } };
}

/** From 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The first start of a word at or after a place, so that no word is cut; the place itself where there is none. */
function nextWord(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s/u);
  return space < 0 ? whole(text, from) : from + space + 1;
}

function previousWord(text: string, to: number, after: number): number {
  if (to === text.length) return to;
  const piece = text.slice(after, to);
  const space = piece.search(/\s\S*$/u);
  return space < 0 ? whole(text, to) : after + space;
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
