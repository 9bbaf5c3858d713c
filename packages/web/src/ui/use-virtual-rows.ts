import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { typingPauseMs, useAfterPaint } from './use-after-paint.ts';

/** Rows above and below those in view that are drawn, too: who scrolls a little finds them there. */
const spareRows = 10;

/** The first and the last row in view, whether or not the list is so long. */
interface View {
  readonly first: number;
  readonly last: number;
}

/**
 * What a list of any length needs: only rows near the view are drawn, the one in hand stays in view, arrows move it. All
 * rows are of one height, so that another list costs what its rows in view do, however long it is.
 */
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
  /** How far it is scrolled, as the browser told it: asking the element makes the browser lay out the page. */
  const top = useRef(0);
  /** As high as the window until it is known: the first rows do not wait for a layout. */
  const [height, setHeight] = useState<number>();
  const room = (height ?? innerHeight) - headHeight;
  const viewAt = useCallback(
    (offset: number): View => ({
      first: Math.floor(offset / rowHeight),
      last: Math.ceil((offset + room) / rowHeight) - 1,
    }),
    [room, rowHeight],
  );
  const [scrolled, setScrolled] = useState(0);
  const view = viewAt(scrolled);
  /** Draws anew only where other rows come into view. */
  const look = useCallback(
    (offset: number) => {
      top.current = offset;
      setScrolled((before) => (isSame(viewAt(before), viewAt(offset)) ? before : offset));
    },
    [viewAt],
  );
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const scroll = () => look(element.scrollTop);
    element.addEventListener('scroll', scroll, { passive: true });
    return () => element.removeEventListener('scroll', scroll);
  }, [look]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
      // Who is not shown is not scrolled.
      top.current = element.scrollTop;
      setScrolled(element.scrollTop);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const isFar = at >= viewAt(0).last;
  useLayoutEffect(() => {
    // Where the row in hand is not among the first it is gone to before anything is painted.
    if (isFar && scroller.current !== null) setHeight((known) => known ?? scroller.current?.clientHeight);
  }, [isFar]);
  const isMeasured = height !== undefined && height > 0;
  useEffect(() => {
    if (at < 0 || !isMeasured || scroller.current === null) return;
    const [now, start] = [top.current, at * rowHeight];
    const to = Math.min(start, Math.max(now, start + rowHeight - room));
    if (to === now) return;
    scroller.current.scrollTop = to;
    look(to);
  }, [at, list, rowHeight, room, isMeasured, look]);

  // A list that has become shorter is scrolled to its end.
  const lastInView = Math.min(view.last, count - 1);
  const firstInView = Math.max(0, Math.min(view.first, lastInView - (view.last - view.first)));
  const first = Math.max(0, firstInView - spareRows);
  const last = Math.min(count - 1, lastInView + spareRows);
  useEffect(() => onView?.(first, Math.max(first, last)), [first, last, list, onView]);
  const page = Math.max(1, Math.floor(room / rowHeight) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  return {
    scroller,
    /** The rows that are drawn. */
    drawn: Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place),
    /** Of all rows. */
    height: count * rowHeight,
    /** Rows that nobody sees yet stay as they were drawn while what is seen is another list. */
    isLater: (index: number) => isNew && (index < firstInView || index > lastInView),
    onKeyDown: (event: React.KeyboardEvent) => {
      const to = event.target === event.currentTarget ? steps[event.key] : undefined;
      if (to === undefined || onMove === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onMove(Math.min(count - 1, Math.max(0, to)));
    },
  };
}

function isSame(before: View, now: View): boolean {
  return before.first === now.first && before.last === now.last;
}
