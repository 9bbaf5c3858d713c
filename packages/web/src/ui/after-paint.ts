/** A window in the background paints nothing: longer than this nobody waits there (milliseconds). */
const mostMs = 500;

interface Waiting {
  readonly act: () => void;
  readonly pauseMs: number;
  readonly since: number;
  /** When its turn is; unknown until the browser paints. */
  due: number;
}

const waiting = new Set<Waiting>();
let frame: number | undefined;
let timer: { readonly id: ReturnType<typeof setTimeout>; readonly at: number } | undefined;

/**
 * Does something when the browser has painted, and so many milliseconds after that; returns a way to forget it. A frame
 * and a timer serve all who wait: at each key there are some, and each timer of its own costs as much as a row.
 */
export function afterPaint(act: () => void, pauseMs: number): () => void {
  const now = performance.now();
  const one: Waiting = { act, pauseMs, since: now, due: Number.POSITIVE_INFINITY };
  waiting.add(one);
  frame ??= requestAnimationFrame(onFrame);
  wakeBy(now + mostMs);
  return () => {
    waiting.delete(one);
  };
}

function onFrame(): void {
  frame = undefined;
  const now = performance.now();
  for (const one of waiting) if (one.due === Number.POSITIVE_INFINITY) one.due = now + one.pauseMs;
  wake();
}

/** Acts for all whose turn it is, and comes back for the next. */
function onTimer(): void {
  timer = undefined;
  const now = performance.now();
  for (const one of waiting) {
    if (turnOf(one) > now) continue;
    waiting.delete(one);
    one.act();
  }
  wake();
}

function wake(): void {
  let next = Number.POSITIVE_INFINITY;
  for (const one of waiting) next = Math.min(next, turnOf(one));
  if (next < Number.POSITIVE_INFINITY) wakeBy(next);
}

/** Leaves a timer that is earlier as it is: it finds nothing to do, and goes on. */
function wakeBy(at: number): void {
  if (timer !== undefined && timer.at <= at) return;
  clearTimeout(timer?.id);
  timer = { id: setTimeout(onTimer, Math.max(0, at - performance.now())), at };
}

function turnOf({ due, since }: Waiting): number {
  return Math.min(due, since + mostMs);
}
