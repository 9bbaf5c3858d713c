import { useRef } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { useWords } from '../words/words.tsx';
import type { Rows } from './rows.ts';

/** The row of a list that keys act on. */
export interface CurrentRow<Row> {
  /** -1 where the list is empty, or nothing was chosen yet. */
  readonly index: number;
  readonly row: Row | undefined;
  readonly go: (index: number) => void;
  readonly move: (by: number) => void;
}

/**
 * Keeps one row of a list in hand: J and K move it, Enter opens it, `/` goes to the filter. Where the row leaves the list
 * the one that comes to its place is taken up.
 */
export function useCurrentRow<Row>(
  rows: Rows<Row>,
  {
    name,
    current,
    onCurrent,
    onOpen,
    startsEmpty = false,
  }: {
    /** Of the list, on the sheet of keys. */
    readonly name: string;
    readonly current: string | undefined;
    readonly onCurrent: (row: Row) => void;
    readonly onOpen?: (row: Row) => void;
    /** No row is in hand until one is chosen. */
    readonly startsEmpty?: boolean;
  },
): CurrentRow<Row> {
  const words = useWords();
  const last = useRef(startsEmpty ? -1 : 0);
  const found = current === undefined ? -1 : rows.indexOf(current);
  const index = found >= 0 ? found : Math.min(last.current, rows.count - 1);
  last.current = index;
  const row = index < 0 ? undefined : rows.at(index);
  const go = (to: number) => {
    const next = rows.at(Math.min(rows.count - 1, Math.max(0, to)));
    if (next !== undefined) onCurrent(next);
  };
  const move = (by: number) => go(index + by);
  useShortcuts(name, [
    { keys: 'j', label: words.keys.next, run: () => move(1) },
    { keys: 'k', label: words.keys.previous, run: () => move(-1) },
    ...(onOpen === undefined
      ? []
      : [{ keys: 'Enter', label: words.actions.open, run: () => row !== undefined && onOpen(row) }]),
    { keys: '/', label: words.keys.filter, run: () => document.querySelector<HTMLElement>('[type=search]')?.focus() },
  ]);
  return { index, row, go, move };
}
