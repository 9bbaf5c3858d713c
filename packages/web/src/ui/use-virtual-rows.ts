import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { typingPauseMs, useAfterPaint } from './use-after-paint.ts';
import { useLatest } from './use-latest.ts';
import { useTurn } from './use-turn.ts';

/** Rows above and below those in view that are drawn, too: who scrolls a little finds them there. */
const spareRows = 10;
/** Rows of another list that are drawn in its first frame; those below them in view follow in the next one. */
const firstRows = 4;

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
  // Of another list, and of the first, the first rows go before all in view; the rows around those come when typing pauses.
  const turn = useTurn(list);
  const isBegun = useAfterPaint(turn, { first: -1, isLookedAt: true }) !== turn;
  const isNew = useAfterPaint(turn, { pauseMs: typingPauseMs, first: -1, isLookedAt: true }) !== turn;
  /** As high as the window until it is known: the first rows do not wait for a layout. */
  const [height, setHeight] = useState<number>();
  const room = (height ?? innerHeight) - headHeight;
  const isMeasured = height !== undefined && height > 0;
  /** How far it is scrolled, as the browser told it: asking the element makes the browser lay out the page. */
  const top = useRef(0);
  /** The row in hand is brought into view once: who scrolls away from it is left where they look. */
  const inHand = at < 0 || !isMeasured ? undefined : `${at} ${rowHeight} ${room} ${list}`;
  const kept = useRef<string>(undefined);
  const goal = useRef(0);
  const start = at * rowHeight;
  goal.current =
    inHand === undefined || inHand === kept.current
      ? top.current
      : Math.min(start, Math.max(top.current, start + rowHeight - room));
  const view = viewAt(goal.current, { room, rowHeight });
  const drawnView = useRef(view);
  drawnView.current = view;
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || inHand === undefined) return;
    kept.current = inHand;
    if (goal.current === top.current) return;
    element.scrollTop = goal.current;
    top.current = element.scrollTop;
  }, [inHand]);
  const look = useLatest(() => {
    top.current = scroller.current?.scrollTop ?? 0;
    const { first: from, last: to } = viewAt(top.current, { room, rowHeight });
    if (from !== drawnView.current.first || to !== drawnView.current.last) drawAgain();
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
      // Who is not shown is not scrolled.
      look();
    });
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [look]);
  const isFar = start + rowHeight > room;
  useLayoutEffect(() => {
    // Where the row in hand is not among the first it is gone to before anything is painted.
    if (isFar && scroller.current !== null) setHeight((known) => known ?? scroller.current?.clientHeight);
  }, [isFar]);

  // A list that has become shorter is scrolled to its end.
  const lastInView = Math.min(view.last, count - 1);
  const firstInView = Math.max(0, Math.min(view.first, lastInView - (view.last - view.first)));
  // How far one can scroll follows the first rows: a length of its own makes the browser put its layers together anew.
  const length = useRef(0);
  if (!isBegun || goal.current + room > count * rowHeight) length.current = count * rowHeight;
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
    drawn: range(first, last),
    /** Places after the last row, as far as there would be rows if the list were longer. */
    left: range(last + 1, Math.max(last, firstInView + (view.last - view.first) + spareRows)),
    /** Of all rows (CSS pixels). */
    height: length.current,
    /** Rows that nobody looks at yet stay as they were drawn while what is looked at is another list. */
    isLater: (index: number) =>
      isNew && index !== at && (index < firstInView || index > (isBegun ? firstInView + firstRows - 1 : lastInView)),
    onKeyDown: (event: React.KeyboardEvent) => {
      const to = event.target === event.currentTarget ? steps[event.key] : undefined;
      if (to === undefined || onMove === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onMove(Math.min(count - 1, Math.max(0, to)));
    },
  };
}

/** The first and the last row in view, whether or not the list is so long. */
function viewAt(
  offset: number,
  { room, rowHeight }: { readonly room: number; readonly rowHeight: number },
): { readonly first: number; readonly last: number } {
  return { first: Math.floor(offset / rowHeight), last: Math.ceil((offset + room) / rowHeight) - 1 };
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}
