import { type ReactElement, useRef } from 'react';

/** What is drawn in the slots of a list. */
export interface Drawn<Props> {
  /** A row that need not be drawn now stays as it was drawn last, and none is drawn where there was none. */
  readonly draw: (slot: number, isLater: boolean, draw: () => ReactElement<Props> | null) => ReactElement<Props> | null;
  /** What was drawn there last. */
  readonly last: (slot: number) => ReactElement<Props> | null;
}

/** Draws rows into slots, each of which keeps what it holds. */
export function useDrawn<Props>(): Drawn<Props> {
  const drawn = useRef(new Map<number, ReactElement<Props> | null>());
  const last = (slot: number) => drawn.current.get(slot) ?? null;
  return {
    draw(slot, isLater, draw) {
      if (isLater) return last(slot);
      const now = draw();
      drawn.current.set(slot, now);
      return now;
    },
    last,
  };
}
