import type { Range } from '@genglossary/core/domain';

/** A stretch of text between blank lines, with the marked places that begin in it. */
export interface TextBlock<Place extends { readonly range: Range }> {
  readonly start: number;
  readonly text: string;
  readonly places: readonly Place[];
}

/**
 * A text in blocks that can be drawn one by one; joined they are the text. A block ends after a blank line, but never
 * inside a place. Places are sorted by their start and do not overlap.
 */
export function textBlocks<Place extends { readonly range: Range }>(
  text: string,
  places: readonly Place[],
): TextBlock<Place>[] {
  const blocks: TextBlock<Place>[] = [];
  let start = 0;
  let next = 0;
  for (const match of text.matchAll(/\n[^\S\n]*\n+/gu)) {
    const end = match.index + match[0].length;
    const inside: Place[] = [];
    let at = next;
    for (let place = places[at]; place !== undefined && place.range.start < end; place = places[at]) {
      inside.push(place);
      at += 1;
    }
    if ((inside.at(-1)?.range.end ?? 0) > end) continue;
    blocks.push({ start, text: text.slice(start, end), places: inside });
    start = end;
    next = at;
  }
  if (start < text.length) blocks.push({ start, text: text.slice(start), places: places.slice(next) });
  return blocks;
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
