import { type ReactElement, useRef } from 'react';

/**
 * Draws rows into slots, each of which keeps what it holds: a row that need not be drawn now stays as it was drawn last,
 * and none is drawn where there was none.
 */
export function useDrawn(): (slot: number, isLater: boolean, draw: () => ReactElement | null) => ReactElement | null {
  const drawn = useRef(new Map<number, ReactElement | null>());
  return (slot, isLater, draw) => {
    const known = drawn.current.get(slot);
    if (isLater) return known ?? null;
    const now = draw();
    drawn.current.set(slot, now);
    return now;
  };
}
