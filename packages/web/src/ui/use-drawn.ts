import { type ReactElement, useRef } from 'react';

/** What is drawn in the slots of a list. */
export interface Drawn<Props> {
  /** A row that need not be drawn now stays as it was drawn last, and none is drawn where none stands. */
  readonly draw: (slot: number, isLater: boolean, draw: () => ReactElement<Props> | null) => ReactElement<Props> | null;
  /** What stands there. */
  readonly last: (slot: number) => ReactElement<Props> | null;
}

/** Draws rows into slots, each of which keeps what it holds as long as something is drawn there. */
export function useDrawn<Props>(): Drawn<Props> {
  const drawn = useRef<ReadonlyMap<number, ReactElement<Props> | null>>(new Map());
  const before = drawn.current;
  const now = new Map<number, ReactElement<Props> | null>();
  // What is not drawn this time is gone from the page: to build it anew only to draw something else there next is work for nothing.
  drawn.current = now;
  const set = (slot: number, element: ReactElement<Props> | null) => {
    now.set(slot, element);
    return element;
  };
  const last = (slot: number) => set(slot, before.get(slot) ?? null);
  return {
    draw: (slot, isLater, draw) => (isLater ? last(slot) : set(slot, draw())),
    last,
  };
}
