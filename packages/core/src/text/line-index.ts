/** A place in a text as people count: line and column from 1, the column in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of a text start. A line ends with `\n`, `\r\n` or `\r`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return starts;
}

/** The line and column of an offset. */
export function linePositionOf(starts: readonly number[], offset: number): LinePosition {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const line = Math.max(1, low);
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

/** The offset of a line and column; the inverse of `linePositionOf`. */
export function offsetOf(starts: readonly number[], position: LinePosition): number {
  return (starts[position.line - 1] ?? 0) + position.column - 1;
}
