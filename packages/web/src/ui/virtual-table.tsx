import type { ReactNode } from 'react';
import type { Rows } from './rows.ts';
import { ariaSort, type Sort, SortButton } from './sort-button.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';
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

/** A table of any length: only the rows in view are in the page, and assistive technology is told the rest. */
export function VirtualTable<Row>({
  label,
  columns,
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
  const rowHeight = densityRow();
  const { scroller, items, height, onKeyDown } = useVirtualRows({
    count: rows.count,
    at,
    rowHeight,
    onMove: onGo,
    onView,
  });
  const tracks = columns.map(({ width }) => width).join(' ');
  const narrowTracks = columns.flatMap(({ width, secondary }) => (secondary === true ? [] : [width])).join(' ');
  const rowLine = (index: number) => {
    const row = rows.at(index);
    const style = { transform: `translateY(${index * rowHeight}px)`, height: rowHeight };
    if (row === undefined)
      return <div key={index} role="row" aria-rowindex={index + 2} className="table-row" style={style} />;
    const isCurrent = index === at;
    return (
      // Keys of rows (J, K, Enter, Space) are shortcuts of the page, so that they also work from the list's filter.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
      <div
        key={rows.idOf(row)}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isSelected?.(row) ?? isCurrent}
        className={`table-row ${isCurrent ? 'table-row-active' : ''}`}
        style={style}
        onClick={(event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) onSelect?.(index, { range: event.shiftKey });
          else onGo?.(index);
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
      aria-rowcount={rows.count + 1}
      aria-multiselectable={onSelect !== undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
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
      <div role="rowgroup" className="table-body" style={{ height }}>
        {items.map(({ index }) => rowLine(index))}
      </div>
    </div>
  );
}

/** Rows are as high as the chosen density says (`--row`). */
function densityRow(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) || 40;
}
