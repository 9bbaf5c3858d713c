/** One line of a text: its words are `[start, end)`, its indent counts columns (a tab leads to the next multiple of 8). */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly isBlank: boolean;
}

/** The lines of a text, without white space at their ends. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = from;
    while (to < text.length && text.charCodeAt(to) !== 0x0a && text.charCodeAt(to) !== 0x0d) to += 1;
    lines.push(lineOf(text, from, to));
    from = text.charCodeAt(to) === 0x0d && text.charCodeAt(to + 1) === 0x0a ? to + 2 : to + 1;
  }
  return lines;
}

function lineOf(text: string, from: number, to: number): SourceLine {
  let indent = 0;
  let start = from;
  for (; start < to; start += 1) {
    const code = text.charCodeAt(start);
    if (code === 0x20) indent += 1;
    else if (code === 0x09) indent = indent - (indent % 8) + 8;
    else break;
  }
  let end = to;
  while (end > start && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x09)) end -= 1;
  return { start, end, indent, isBlank: start >= end };
}
