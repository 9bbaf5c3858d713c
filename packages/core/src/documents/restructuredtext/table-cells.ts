import { isSpaceless } from '../../text/spaceless.ts';
import type { SourceLine } from './source-lines.ts';

export interface Cell {
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The cells on one line of a table. Columns are places on the screen, where kanji and kana take two, as in docutils. In
 * a grid a border may be missing (a cell over several columns) and a piece of border may stand in a cell's place.
 */
export function cellsOf(
  text: string,
  line: SourceLine,
  { columns, isGrid }: { readonly columns: readonly number[]; readonly isGrid: boolean },
): Cell[] {
  const cells: Cell[] = [];
  let open: { column: number; start: number } | undefined;
  const close = (end: number): void => {
    const words = open === undefined ? '' : text.slice(open.start, end).trim();
    if (open !== undefined && words !== '' && !(isGrid && /^[-=+|]+$/u.test(words))) {
      cells.push({ column: open.column, start: open.start, end });
    }
  };
  let place = 0;
  let next = 0;
  for (let at = line.start; at < line.end; ) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    if (place >= (columns[next] ?? Number.POSITIVE_INFINITY)) {
      const isBorder = !isGrid || code === BAR || code === PLUS;
      if (isBorder) {
        close(at);
        open = { column: next, start: isGrid ? at + 1 : at };
      }
      next += 1;
    }
    place += isSpaceless(code) && !(code >= 0xff61 && code <= 0xff9f) ? 2 : 1;
    at += width;
  }
  // What follows the last border of a grid is nothing.
  const hasEnded = isGrid && open !== undefined && open.column >= columns.length - 1;
  if (!hasEnded) close(line.end);
  return cells;
}

const BAR = 0x7c;
const PLUS = 0x2b;
