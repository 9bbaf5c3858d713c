import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { ariaSort, type Sort, SortButton } from './sort-button.tsx';
import './virtual-table.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** A CSS grid track: `minmax(160px, 2fr)`, `88px`. */
  readonly width: string;
  readonly align?: 'end';
  readonly sortable?: boolean;
  /** Left out where the window is narrow. */
  readonly secondary?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** The row that keys act on; it is kept in view. */
  readonly active?: string | undefined;
  readonly onActive?: (row: Row) => void;
  readonly onOpen?: (row: Row) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (row: Row, how: { readonly range: boolean }) => void;
}

/** A table of any length: only the rows in view are in the page, and assistive technology is told the rest. */
export function VirtualTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  active,
  onActive,
  onOpen,
  selected,
  onSelect,
}: VirtualTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 10,
  });
  const activeIndex = active === undefined ? -1 : rows.findIndex((row) => rowKey(row) === active);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtual]);

  const tracks = columns.map(({ width }) => width).join(' ');
  const narrowTracks = columns.flatMap(({ width, secondary }) => (secondary === true ? [] : [width])).join(' ');
  const rowLine = (index: number) => {
    const row = rows[index];
    if (row === undefined) return null;
    const key = rowKey(row);
    const isActive = key === active;
    const isSelected = selected?.has(key) ?? isActive;
    return (
      // Keys of rows (J, K, Enter, Space) are shortcuts of the page, so that they also work from the list's filter.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
      <div
        key={key}
        role="row"
        data-row={key}
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        className={`table-row ${isActive ? 'table-row-active' : ''}`}
        style={{ transform: `translateY(${index * rowHeight()}px)`, height: rowHeight() }}
        onClick={(event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) onSelect?.(row, { range: event.shiftKey });
          else onActive?.(row);
        }}
        onDoubleClick={() => onOpen?.(row)}
      >
        {columns.map(({ key: column, align, secondary, cell }) => (
          <div
            key={column}
            role="gridcell"
            className={`table-cell ${align === 'end' ? 'table-cell-end' : ''} ${secondary === true ? 'table-secondary' : ''}`}
          >
            {cell(row)}
          </div>
        ))}
      </div>
    );
  };

  return (
    <div
      ref={scroller}
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-multiselectable={onSelect !== undefined}
      tabIndex={0}
      style={{ '--tracks': tracks, '--narrow-tracks': narrowTracks } as React.CSSProperties}
    >
      <div role="rowgroup" className="table-head">
        <div role="row" aria-rowindex={1} className="table-head-row">
          {columns.map(({ key, label: name, align, sortable, secondary }) => (
            <div
              key={key}
              role="columnheader"
              aria-sort={sortable === true ? ariaSort(sort, key) : undefined}
              className={`table-cell ${align === 'end' ? 'table-cell-end' : ''} ${secondary === true ? 'table-secondary' : ''}`}
            >
              {sortable === true && onSort !== undefined ? (
                <SortButton by={key} label={name} sort={sort} startsDescending={align === 'end'} onSort={onSort} />
              ) : (
                name
              )}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="table-body" style={{ height: rows.length * rowHeight() }}>
        {virtual.getVirtualItems().map((item) => rowLine(item.index))}
      </div>
    </div>
  );
}

/** Rows are as high as the chosen density says (`--row`). */
function rowHeight(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 40;
}
