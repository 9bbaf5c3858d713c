/** A place as people and editors name it: both from 1, the column in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset, given the offsets at which lines start (ascending, the first 0). */
export function linePosition(lineStarts: readonly number[], offset: number): LinePosition {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: Math.max(low, 1), column: offset - (lineStarts[low - 1] ?? 0) + 1 };
}
