import { type RefObject, useEffect } from 'react';

/** Lines that run from top to bottom follow each other to the left: a wheel that turns down goes there. */
export function useSidewaysWheel(pane: RefObject<HTMLElement | null>, isVertical: boolean): void {
  useEffect(() => {
    const element = pane.current;
    if (element === null || !isVertical) return undefined;
    const turn = (event: WheelEvent) => {
      if (event.deltaX !== 0 || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      element.scrollBy({ left: -event.deltaY });
    };
    // A listener that keeps the page from scrolling has to say so.
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [pane, isVertical]);
}
