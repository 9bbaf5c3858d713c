import type { Range } from '@genglossary/core/domain';

/** A stretch of text between blank lines, with the marked places that begin in it. */
export interface TextBlock<Place extends { readonly range: Range }> {
  readonly start: number;
  readonly text: string;
  readonly places: readonly Place[];
}

/**
 * A text in blocks that can be drawn one by one; joined they are the text. A block ends after a blank line, but never
 * inside a place. Places are sorted by their start and do not overlap; they, and the blocks, are told by their offsets in
 * a longer text, of which this one begins at `from`.
 */
export function textBlocks<Place extends { readonly range: Range }>(
  text: string,
  places: readonly Place[],
  from = 0,
): TextBlock<Place>[] {
  const blocks: TextBlock<Place>[] = [];
  let start = from;
  let next = 0;
  for (const match of text.matchAll(/\n[^\S\n]*\n+/gu)) {
    const end = from + match.index + match[0].length;
    const inside: Place[] = [];
    let at = next;
    for (let place = places[at]; place !== undefined && place.range.start < end; place = places[at]) {
      inside.push(place);
      at += 1;
    }
    if ((inside.at(-1)?.range.end ?? 0) > end) continue;
    blocks.push({ start, text: text.slice(start - from, end - from), places: inside });
    start = end;
    next = at;
  }
  if (start - from < text.length) blocks.push({ start, text: text.slice(start - from), places: places.slice(next) });
  return blocks;
}

/** Of sorted places that do not overlap, those that lie in a range. */
export function placesIn<Place extends { readonly range: Range }>(
  places: readonly Place[],
  { start, end }: Range,
): Place[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.range.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Place[] = [];
  for (let place = places[low]; place !== undefined && place.range.start < end; place = places[low]) {
    if (place.range.end <= end) inside.push(place);
    low += 1;
  }
  return inside;
}

/** Places without those that lie in or over an earlier or longer one: leftmost, then longest. */
export function withoutOverlaps<Place extends { readonly range: Range }>(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  let end = 0;
  for (const place of places.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)) {
    if (place.range.start < end) continue;
    kept.push(place);
    end = place.range.end;
  }
  return kept;
}
