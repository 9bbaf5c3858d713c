import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the page's main thread did while something was done. */
export interface Trace {
  /** Processor time (milliseconds) of every task, longest first. */
  readonly tasks: readonly number[];
  /** Processor time (milliseconds) between each pair of marks that `waits.ts` sets, in order. */
  readonly busy: readonly number[];
  /** The same from and to so many milliseconds after the last mark of a start. */
  readonly busyWithin: (from: number, to: number) => number;
}

/**
 * Traces the page's main thread in processor time: what else the machine does meanwhile does not count, a slowed-down
 * processor does.
 */
export async function traced<Made>(
  browser: Browser,
  page: Page,
  act: () => Promise<Made>,
): Promise<Trace & { readonly made: Made }> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
  let made: Made;
  let events: readonly TraceEvent[] = [];
  try {
    made = await act();
  } finally {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      readonly traceEvents: readonly TraceEvent[];
    };
    events = traceEvents;
  }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events.flatMap((event) =>
      event.name === 'thread_name' && event.args?.name === 'CrRendererMain' ? [threadOf(event)] : [],
    ),
  );
  const tasks = events.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)),
  );
  const marks = (name: string) =>
    events.filter((event) => event.name === name && main.has(threadOf(event))).map(({ ts }) => ts);
  const between = (start: number, end: number) =>
    tasks.reduce((sum, task) => sum + shareOf(task, start, end), 0) / 1000;
  const [starts, ends] = [marks(waitMarks.start), marks(waitMarks.end)];
  const busy = starts.map((start) => between(start, ends.find((at) => at > start) ?? start));
  const busyWithin = (from: number, to: number) => {
    const start = starts.at(-1) ?? Number.NaN;
    return between(start + from * 1000, start + to * 1000);
  };
  return { made, busy, busyWithin, tasks: tasks.map(({ tdur = 0 }) => tdur / 1000).toSorted((a, b) => b - a) };
}

/** Marks around what somebody waits for. */
export const waitMarks = { start: 'wait-start', end: 'wait-end' } as const;

/** Of a task that only partly lies between two times, that part. */
function shareOf({ ts, dur = 0, tdur = 0 }: TraceEvent, start: number, end: number): number {
  const inside = Math.min(ts + dur, end) - Math.max(ts, start);
  return dur > 0 && inside > 0 ? (tdur * inside) / dur : 0;
}
