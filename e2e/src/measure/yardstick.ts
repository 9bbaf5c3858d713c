import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { percentile } from './report.ts';

/** As often the work is done; the middle one counts. */
const turns = 15;

/**
 * How fast the machine is at this moment, in a line: a piece of work that is always the same, done in the page, and what
 * else the machine has to do. Figures of two measurements can be compared where these are alike.
 */
export async function tellMachine(page: Page): Promise<string> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) times.push(await page.evaluate(workInPage));
  const [load = 0] = loadavg();
  return `(machine: the same work takes ${percentile(times, 50).toFixed(1)} ms, load ${load.toFixed(1)})`;
}

/** Sorts and joins the same texts; the milliseconds that it took. */
function workInPage(): number {
  const began = performance.now();
  let seed = 1;
  const texts = Array.from({ length: 4000 }, () => {
    seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647;
    return seed.toString(36);
  });
  const joined = texts.toSorted((a, b) => (a < b ? -1 : 1)).join(' ');
  return joined.length === 0 ? Number.NaN : performance.now() - began;
}
