import type { RstLines } from './rst-lines.ts';

export const GRID_BORDER = /^\+(?:[-=]+\+)+$/u;
export const SIMPLE_BORDER = /^=+(?:\s+=+)+$/u;

/** Where the rows of a table stand, in lines, and its columns, in characters of a line. */
export interface TableRows {
  readonly columns: readonly number[];
  readonly rows: readonly { readonly from: number; readonly to: number; readonly isHeader: boolean }[];
  /** The line after the table. */
  readonly end: number;
}

/** The rows of a table drawn with `+--+`, which begins at a border. */
export function gridRows(lines: RstLines, at: number, to: number): TableRows {
  let end = at;
  while (end < to && /^[+|]/u.test(lines.words(lines.at(end), 1))) end += 1;
  const columns = [...lines.words(lines.at(at)).matchAll(/\+/gu)].map((found) => found.index);
  const hasHeader = lines.someStart(at + 1, end - 1, '+=');
  const rows: { from: number; to: number; isHeader: boolean }[] = [];
  for (let line = at; line < end - 1; line += 1) {
    if (!lines.words(lines.at(line), 1).startsWith('+')) continue;
    let last = line + 1;
    while (last < end && !lines.words(lines.at(last), 1).startsWith('+')) last += 1;
    rows.push({ from: line + 1, to: last, isHeader: rows.length === 0 && hasHeader });
  }
  return { columns, rows, end };
}

/** The rows of a table between borders of `===`; `undefined` where the first border is the only one. */
export function simpleRows(lines: RstLines, at: number, to: number): TableRows | undefined {
  const columns = [...lines.words(lines.at(at)).matchAll(/=+/gu)].map((found) => found.index);
  const borders: number[] = [at];
  let end = at + 1;
  for (; end < to; end += 1) {
    if (!SIMPLE_BORDER.test(lines.words(lines.at(end)))) continue;
    borders.push(end);
    const isLast = borders.length > 2 || end + 1 >= to || lines.at(end + 1).isBlank;
    if (isLast) break;
  }
  if (borders.length < 2) return undefined;
  const hasHeader = borders.length > 2;
  const rows: { from: number; to: number; isHeader: boolean }[] = [];
  for (let line = at + 1; line < end; line += 1) {
    const current = lines.at(line);
    const words = lines.words(current, 4);
    if (current.isBlank || words.startsWith('==') || words.startsWith('--')) continue;
    let last = line + 1;
    // A row goes on where its first column is empty.
    while (last < end && !lines.at(last).isBlank && lines.at(last).indent > lines.at(at).indent) last += 1;
    rows.push({ from: line, to: last, isHeader: hasHeader && line < (borders[1] ?? 0) });
    line = last - 1;
  }
  return { columns: [...columns, Number.POSITIVE_INFINITY], rows, end: end + 1 };
}
