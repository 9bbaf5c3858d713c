import type { Page } from 'playwright-core';
import { waitMarks } from './trace.ts';

/** What a visitor felt on one page, from its beginning. */
export interface Felt {
  /** Milliseconds of the largest paint, from the beginning of the navigation. */
  readonly largestPaint: number;
  /** When the first rows, or highlights, were painted. */
  readonly firstRows: number;
  /** When both were there: the answer that they were made of, and the app that makes them, with its frame painted. */
  readonly data: number;
  /** Sum of all layout shifts that nobody asked for. */
  readonly shift: number;
  /** Milliseconds of each press of a key or a button, to the next paint; those too short to be told are 16. */
  readonly presses: readonly number[];
}

interface Told {
  paint: number;
  rows: number;
  shift: number;
  presses: Map<number, number>;
}

/** Begins to watch every page that is opened from now on; `rows` chooses what counts as content. Its beginning is marked, for a trace. */
export async function watchFelt(page: Page, rows: string): Promise<void> {
  await page.addInitScript(`(${watchInPage.toString()})(${JSON.stringify(rows)}, ${JSON.stringify(waitMarks.start)})`);
}

/** What was felt since the page was opened. */
export async function felt(page: Page, question = 'nothing'): Promise<Felt> {
  const { presses, ...told } = await page.evaluate((name) => {
    const { paint, rows, shift, presses: all } = (globalThis as unknown as { felt: Told }).felt;
    const count = (performance as unknown as { interactionCount: number }).interactionCount;
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const ends = (which: (address: string) => boolean) =>
      fetched.flatMap(({ name: address, responseEnd }) => (which(address) ? [responseEnd] : []));
    const [answer = Number.NaN] = ends((one) => one.includes(name)).toSorted((a, b) => a - b);
    // Scripts that come later make something else.
    const scripts = ends((one) => one.endsWith('.js')).filter((end) => end <= rows);
    const short = Math.max(0, count - all.size);
    return {
      largestPaint: paint,
      firstRows: rows,
      data: Math.max(answer, ...scripts, performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
      shift,
      presses: [...all.values(), ...Array.from({ length: short }, () => 16)],
    };
  }, question);
  return { ...told, presses };
}

/** Runs in the page, before anything else. */
function watchInPage(rows: string, start: string): void {
  performance.mark(start, { startTime: 0 });
  const told: Told = { paint: 0, rows: Number.NaN, shift: 0, presses: new Map() };
  (globalThis as unknown as { felt: Told }).felt = told;
  new PerformanceObserver((list) => {
    told.paint = list.getEntries().at(-1)?.startTime ?? told.paint;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) told.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (interactionId > 0) told.presses.set(interactionId, Math.max(duration, told.presses.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  const observer = new MutationObserver(() => {
    if (document.querySelector(rows) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => (told.rows = performance.now()));
      port1.start();
      port2.postMessage(0);
    });
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}
