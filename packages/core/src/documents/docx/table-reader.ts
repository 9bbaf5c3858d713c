import { isOn } from './is-on.ts';
import type { TableBlock, TableRow, WordBlock } from './word-blocks.ts';

interface Table {
  readonly rows: TableRow[];
  hasHeaderLook: boolean;
  row: { cells: (readonly WordBlock[])[]; isHeader: boolean; isDeleted: boolean };
  /** Columns of the open cell. */
  span: number;
}

/** The tables that are open at a place of a document, one in a cell of the other. */
export class TableReader {
  readonly #open: Table[] = [];

  begin(): void {
    this.#open.push({ rows: [], hasHeaderLook: false, row: emptyRow(), span: 1 });
  }

  property(name: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    const value = attributes['w:val'];
    if (name === 'w:tblLook') {
      const flag = attributes['w:firstRow'];
      table.hasHeaderLook = flag === undefined ? (Number.parseInt(value ?? '0', 16) & FIRST_ROW) !== 0 : isOn(flag);
    } else if (name === 'w:tblHeader') table.row.isHeader = isOn(value);
    else if (name === 'w:del') table.row.isDeleted = true;
    else if (name === 'w:gridSpan') table.span = Math.min(Math.max(Number(value) || 1, 1), MAX_COLUMNS);
  }

  /** Takes the blocks of a cell, and answers about how many characters the cells take up: a wide one is several. */
  endCell(blocks: readonly WordBlock[]): number {
    const table = this.#open.at(-1);
    if (table === undefined) return 0;
    const { span, row } = table;
    row.cells.push(blocks);
    for (let column = 1; column < span; column += 1) row.cells.push([]);
    table.span = 1;
    return span * EMPTY_CELL.length;
  }

  endRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    const { cells, isHeader, isDeleted } = table.row;
    if (!isDeleted && cells.some((cell) => cell.length > 0)) table.rows.push({ cells, isHeader });
    table.row = emptyRow();
  }

  /** The innermost table; nothing where it has no words. */
  end(): readonly TableBlock[] {
    const table = this.#open.pop();
    if (table === undefined || table.rows.length === 0) return [];
    const { rows, hasHeaderLook } = table;
    return [{ kind: 'table', rows, hasHeaderLook }];
  }
}

/** In `w:tblLook`. */
const FIRST_ROW = 0x20;
/** As many as Word has. */
const MAX_COLUMNS = 63;
const EMPTY_CELL = '<td></td>';

function emptyRow(): Table['row'] {
  return { cells: [], isHeader: false, isDeleted: false };
}
