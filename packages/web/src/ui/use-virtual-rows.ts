import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { typingPauseMs, useAfterPaint } from './use-after-paint.ts';

/** What a list of any length needs: only rows near the view are drawn, the one in hand stays in view, arrows move it. */
export function useVirtualRows({
  list,
  count,
  at,
  rowHeight,
  headHeight = 0,
  onMove,
  onView,
}: {
  /** Another list is looked at from its row in hand. */
  readonly list: string;
  readonly count: number;
  /** The row that is kept in view; none where negative. */
  readonly at: number;
  /** In CSS pixels. */
  readonly rowHeight: number;
  /** Of what stays above the rows while they scroll. */
  readonly headHeight?: number;
  readonly onMove?: ((to: number) => void) | undefined;
  /** Told the first and the last row that are drawn. */
  readonly onView?: ((first: number, last: number) => void) | undefined;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  // Of another list, and of the first, what is seen comes first; the rows around it when typing pauses.
  const isNew = useAfterPaint<string | null>(list, { pauseMs: typingPauseMs, first: null }) !== list;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    useFlushSync: false,
  });
  // What the virtualizer was told: asking the element makes the browser lay out the page.
  const viewHeight = virtual.scrollRect?.height ?? 0;
  const isMeasured = viewHeight > 0;
  useEffect(() => {
    const { scrollRect, scrollOffset } = virtual;
    if (at < 0 || !isMeasured || scroller.current === null) return;
    const [now, top] = [scrollOffset ?? 0, at * rowHeight];
    const least = top + rowHeight + headHeight - (scrollRect?.height ?? 0);
    if (now > top) scroller.current.scrollTop = top;
    else if (now < least) scroller.current.scrollTop = least;
  }, [at, list, virtual, rowHeight, headHeight, isMeasured]);
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  const items = virtual.getVirtualItems();
  const { startIndex = 0, endIndex = count } = virtual.range ?? {};
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onView?.(first, last), [first, last, list, onView]);
  const inView = Math.max(1, Math.floor((viewHeight - headHeight) / rowHeight) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + inView,
    PageUp: at - inView,
    Home: 0,
    End: count - 1,
  };
  return {
    scroller,
    items,
    height: count * rowHeight,
    /** Rows that nobody sees yet stay as they were drawn while what is seen is another list. */
    isLater: (index: number) => isNew && (index < startIndex || index > endIndex),
    onKeyDown: (event: React.KeyboardEvent) => {
      const to = event.target === event.currentTarget ? steps[event.key] : undefined;
      if (to === undefined || onMove === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onMove(Math.min(count - 1, Math.max(0, to)));
    },
  };
}
