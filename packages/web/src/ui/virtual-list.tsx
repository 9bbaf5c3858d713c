import { memo, type ReactNode, useId } from 'react';
import type { Rows } from './rows.ts';
import { useDrawn } from './use-drawn.ts';
import { useLatest } from './use-latest.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import './virtual-list.css';

const rowHeight = 62;
/** A row that comes into view takes the place of one that left it: text is changed, nothing is built. */
const slots = 64;

/** A list of any length, one of which is read beside it. Each row is a headword and what there is to say of it. */
export function VirtualList<Row>({
  label,
  rows,
  at,
  onGo,
  children,
}: {
  readonly label: string;
  readonly rows: Rows<Row>;
  readonly at: number;
  readonly onGo: (index: number) => void;
  /** The same function as long as it draws the same: rows are drawn anew only where they change. */
  readonly children: (row: Row) => ReactNode;
}) {
  const id = useId();
  const option = (index: number) => `${id}${index}`;
  const draw = children as (row: unknown) => ReactNode;
  const goTo = useLatest(onGo);
  const { draw: drawInto } = useDrawn();
  const { scroller, drawn, height, isLater, onKeyDown } = useVirtualRows({
    list: rows.list,
    count: rows.count,
    at,
    rowHeight,
    onMove: onGo,
  });
  return (
    <div className="list-frame">
      <div
        ref={scroller}
        className="list"
        role="listbox"
        aria-label={label}
        aria-activedescendant={at < 0 ? undefined : option(at)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="list-body">
          {drawn.map((index) =>
            drawInto(index % slots, isLater(index), () => {
              const row = rows.at(index);
              if (row === undefined) return null;
              return (
                <Option
                  key={index % slots}
                  id={option(index)}
                  row={row}
                  draw={draw}
                  index={index}
                  top={index * rowHeight}
                  count={rows.count}
                  isCurrent={index === at}
                  onGo={goTo}
                />
              );
            }),
          )}
        </div>
        <div className="list-length" style={{ height }} />
      </div>
    </div>
  );
}

const Option = memo(function Option({
  id,
  row,
  draw,
  index,
  top,
  count,
  isCurrent,
  onGo,
}: {
  readonly id: string;
  readonly row: unknown;
  readonly draw: (row: unknown) => ReactNode;
  readonly index: number;
  /** In CSS pixels. */
  readonly top: number;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly onGo: (index: number) => void;
}) {
  return (
    // The list has the keys: arrows, J and K.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={count}
      className="list-option"
      style={{ top }}
      onClick={() => onGo(index)}
    >
      {draw(row)}
    </div>
  );
});
