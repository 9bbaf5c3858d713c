import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.ts';
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
 * the one that comes to its place is taken up; another list begins at its top.
 */
export function useCurrentRow<Row>(
  rows: Rows<Row>,
  {
    current,
    onCurrent,
    onOpen,
    startsEmpty = false,
  }: {
    readonly current: string | undefined;
    readonly onCurrent: (row: Row) => void;
    readonly onOpen?: (row: Row) => void;
    /** No row is in hand until one is chosen. */
    readonly startsEmpty?: boolean;
  },
): CurrentRow<Row> {
  const first = startsEmpty ? -1 : 0;
  const last = useRef({ list: rows.list, index: first });
  if (last.current.list !== rows.list) last.current = { list: rows.list, index: first };
  /** Where somebody goes whose row is not there yet. */
  const [goal, setGoal] = useState<number>();
  const found = current === undefined ? -1 : rows.indexOf(current);
  const index = Math.min(goal ?? (found >= 0 ? found : last.current.index), rows.count - 1);
  // A list that is not there yet says nothing about the place in it.
  if (rows.count > 0) last.current.index = index;
  const row = index < 0 ? undefined : rows.at(index);
  useEffect(() => {
    if (goal === undefined || row === undefined) return;
    setGoal(undefined);
    onCurrent(row);
  }, [goal, row, onCurrent]);
  const go = (to: number) => {
    const bounded = Math.min(rows.count - 1, Math.max(0, to));
    const next = rows.at(bounded);
    if (next === undefined) setGoal(bounded);
    else {
      setGoal(undefined);
      onCurrent(next);
    }
  };
  const move = (by: number) => go(index + by);
  useShortcuts('list', [
    { command: 'list.next', run: () => move(1) },
    { command: 'list.previous', run: () => move(-1) },
    ...(onOpen === undefined ? [] : [{ command: 'list.open' as const, run: () => row !== undefined && onOpen(row) }]),
    { command: 'list.filter', run: () => document.querySelector<HTMLElement>('[type=search]')?.focus() },
  ]);
  return { index, row, go, move };
}
