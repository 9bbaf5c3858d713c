/** The sentences of a digest: its flat triples as start, end (prose offsets) and block. */
export function sentenceRanges(flat: readonly number[]): { start: number; end: number; block: number }[] {
  const ranges = [];
  for (let at = 0; at < flat.length; at += 3) {
    ranges.push({ start: flat[at] ?? 0, end: flat[at + 1] ?? 0, block: flat[at + 2] ?? 0 });
  }
  return ranges;
}
