import { cloneElement, memo, type ReactNode, useMemo, useRef } from 'react';
import { usePreferences } from '../preferences/store.ts';
import type { Rows } from './rows.ts';
import { ariaSort, type Sort, SortButton } from './sort-button.tsx';
import { useDrawn } from './use-drawn.ts';
import { useFittingColumns } from './use-fitting-columns.ts';
import { useLatest } from './use-latest.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import './virtual-table.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** A CSS grid track: `minmax(160px, 2fr)`, `88px`. */
  readonly width: string;
  readonly align?: 'end';
  /** Of any length: what has no room is cut off. */
  readonly isCut?: boolean;
  readonly sortable?: boolean;
  /** Left out where the table is too narrow for all: the highest first. */
  readonly spare?: number;
  readonly cell: (row: Row) => ReactNode;
}

interface VirtualTableProps<Row> {
  readonly label: string;
  /** The same array as long as they are the same: rows in view are drawn anew only where they change. */
  readonly columns: readonly Column<Row>[];
  readonly rows: Rows<Row>;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  /** The row that keys act on; it is kept in view. */
  readonly at: number;
  readonly onGo?: (index: number) => void;
  readonly onOpen?: (row: Row) => void;
  readonly isSelected?: ((row: Row) => boolean) | undefined;
  readonly onSelect?: (index: number, how: { readonly range: boolean }) => void;
  /** Told which rows are drawn, so that they can be fetched. */
  readonly onView?: (first: number, last: number) => void;
}

/** A row that comes into view takes the place of one that left it: text is changed, nothing is built. */
const slots = 128;

/** As `.table-head-row` is high, with its border (CSS pixels). */
const headHeight = 33;

/** A table of any length: only the rows in view are in the page, and assistive technology is told the rest. */
export function VirtualTable<Row>({
  label,
  columns: wanted,
  rows,
  sort,
  onSort,
  at,
  onGo,
  onOpen,
  isSelected,
  onSelect,
  onView,
}: VirtualTableProps<Row>) {
  const { density } = usePreferences();
  const rowHeight = useMemo(() => densityRow(density), [density]);
  const { draw, last: lastIn } = useDrawn<LineProps>();
  const { scroller, drawn, left, height, isLater, onKeyDown } = useVirtualRows({
    list: rows.list,
    count: rows.count,
    at,
    rowHeight,
    headHeight,
    onMove: onGo,
    onView,
  });
  const slotOf = (index: number) => index % Math.max(slots, drawn.length + left.length);
  /** Slots whose rows are out of sight: they stay there until something else is drawn in them. */
  const leftSlots = useRef(new Set<number>());
  const leave = (slot: number) => {
    const line = lastIn(slot);
    if (line === null) return null;
    leftSlots.current.add(slot);
    return cloneElement(line, { isLeft: true });
  };
  const columns = useFittingColumns(scroller, wanted);
  const tracks = columns.map(({ width }) => width).join(' ');
  const sortBy = useLatest((next: Sort) => onSort?.(next));
  const isSortable = onSort !== undefined;
  const head = useMemo(
    () => (
      <div role="rowgroup" className="table-head">
        <div role="row" aria-rowindex={1} className="table-head-row">
          {columns.map(({ key, label: name, align, isCut, sortable }) => (
            <div
              key={key}
              role="columnheader"
              aria-sort={sortable === true ? ariaSort(sort, key) : undefined}
              className={cellClass({ align, isCut })}
            >
              {sortable === true && isSortable ? (
                <SortButton by={key} label={name} sort={sort} startsDescending={align === 'end'} onSort={sortBy} />
              ) : (
                name
              )}
            </div>
          ))}
        </div>
      </div>
    ),
    [columns, sort, isSortable, sortBy],
  );
  return (
    <div className="table-frame">
      <div
        ref={scroller}
        className="table"
        role="grid"
        aria-label={label}
        aria-rowcount={rows.count + 1}
        aria-multiselectable={onSelect !== undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{ '--tracks': tracks } as React.CSSProperties}
      >
        {head}
        {/* Keys of rows (J, K, Enter, Space) are shortcuts of the page, so that they also work from the list's filter. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
        <div
          role="rowgroup"
          className="table-body"
          onClick={(event) => {
            const index = indexAt(event);
            if (index === undefined) return;
            if (event.shiftKey || event.ctrlKey || event.metaKey) onSelect?.(index, { range: event.shiftKey });
            else onGo?.(index);
          }}
          onDoubleClick={(event) => {
            const row = rows.at(indexAt(event) ?? -1);
            if (row !== undefined) onOpen?.(row);
          }}
        >
          {[...drawn, ...left].map((index) => {
            const slot = slotOf(index);
            const isLeft = index >= rows.count || (isLater(index) && leftSlots.current.has(slot));
            if (isLeft) return leave(slot);
            leftSlots.current.delete(slot);
            return draw(slot, isLater(index), () => {
              const row = rows.at(index);
              return (
                <Line
                  key={slot}
                  columns={columns as readonly Column<unknown>[]}
                  row={row}
                  index={index}
                  rowHeight={rowHeight}
                  isCurrent={index === at}
                  isSelected={row === undefined || isSelected === undefined ? index === at : isSelected(row)}
                />
              );
            });
          })}
        </div>
        <div className="table-length" style={{ height: height + headHeight }} />
      </div>
    </div>
  );
}

interface LineProps {
  readonly columns: readonly Column<unknown>[];
  readonly row: unknown;
  readonly index: number;
  readonly rowHeight: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** Of a longer list: out of sight, so that the next longer one finds it built. */
  readonly isLeft?: boolean;
}

/** One row; an empty one where it is not there yet. */
const Line = memo(function Line({ columns, row, index, rowHeight, isCurrent, isSelected, isLeft = false }: LineProps) {
  const cells = <Cells columns={columns} row={row} />;
  if (isLeft) {
    return (
      <div aria-hidden="true" className="table-left" style={{ height: rowHeight }}>
        {cells}
      </div>
    );
  }
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      className={`table-row ${isCurrent ? 'table-row-active' : ''}`}
      style={{ top: index * rowHeight, height: rowHeight }}
    >
      {cells}
    </div>
  );
});

const Cells = memo(function Cells({
  columns,
  row,
}: {
  readonly columns: readonly Column<unknown>[];
  readonly row: unknown;
}) {
  return columns.map(({ key, align, isCut, cell }) => (
    <div key={key} role="gridcell" className={cellClass({ align, isCut })}>
      {row === undefined ? '' : cell(row)}
    </div>
  ));
});

function cellClass({ align, isCut }: { align: 'end' | undefined; isCut: boolean | undefined }): string {
  return `table-cell ${align === 'end' ? 'table-cell-end' : ''} ${isCut === true ? 'table-cell-cut' : ''}`;
}

function indexAt({ target }: React.MouseEvent): number | undefined {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return row === null ? undefined : Number(row.getAttribute('data-index'));
}

/** Rows are as high as the chosen density says: `--row`, which differs where fingers point. */
function densityRow(_density: string): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 40;
}
