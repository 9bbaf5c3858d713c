import { getActiveResourcesInfo } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

interface Census {
  readonly waiters: number;
  readonly pages: number;
  readonly executing: number;
  readonly listeners: number;
  readonly timers: number;
  readonly heap: number;
}

/** Nothing is left of runs that are over: waiters, listeners, timers, sockets, memory. `runs` says how many are tried. */
export function leavingNothingRules(database: string, fixture: RunsFixture, { runs }: { readonly runs: number }): void {
  describe(`runs that are over in ${database}`, () => {
    it(`RX3, RM4, RJ4 (row 36): leave nothing behind, ${runs} times with two live, one late and one abandoned follower`, async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        settings: { concurrency: 8, keepJournals: 20 },
      });
      await live(test, 30, 'warm');
      const before = await census(test);
      const told = await live(test, runs, 'run');
      const after = await census(test);
      expect(told).toEqual({ complete: runs * 3, abandoned: runs, fewestEvents: expect.any(Number) as number });
      expect(told.fewestEvents).toBeGreaterThanOrEqual(20);
      // Less may be left: a timer of the first runs, or of the connections they rested on, is over by now.
      for (const kind of ['waiters', 'pages', 'executing', 'listeners', 'timers'] as const)
        expect(after[kind], kind).toBeLessThanOrEqual(before[kind]);
      expect((after.heap - before.heap) / 1e6).toBeLessThan(1);
    });

    it('RM4: and a listener that is forgotten once a run would be noticed', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onReview: (_, { logger }) => {
            // Each holds the context of its run.
            process.on('SIGUSR2', () => logger.info('never'));
          },
        },
      });
      const before = await census(test);
      await live(test, 5, 'run');
      const after = await census(test);
      process.removeAllListeners('SIGUSR2');
      expect(after.listeners - before.listeners).toBe(5);
    });
  });
}

async function live(test: TestRuns, count: number, name: string) {
  let complete = 0;
  let abandoned = 0;
  let fewestEvents = Number.POSITIVE_INFINITY;
  const one = async (index: number): Promise<void> => {
    const run = await test.start(`${name}-${index % 8}`, { marker: `${name}-${index}`, items: 15 });
    const follow = async (wait: boolean) => {
      if (wait) await test.runs.settled(run.id);
      const entries = await test.entries(run.id);
      if (entries.at(-1)?.event.type === 'run-end') complete += 1;
      fewestEvents = Math.min(fewestEvents, entries.length);
    };
    const leave = async () => {
      for await (const followed of test.runs.journal.follow(run.id, { signal: new AbortController().signal })) {
        if (followed.lastSeq > 0) break;
      }
      abandoned += 1;
    };
    await Promise.all([follow(false), follow(false), follow(true), leave()]);
  };
  // Eight projects, each with one run after the other.
  const lane = async (first: number): Promise<void> => {
    for (let index = first; index < count; index += 8) await one(index);
  };
  await Promise.all(Array.from({ length: 8 }, (_, first) => lane(first)));
  return { complete, abandoned, fewestEvents };
}

async function census(test: TestRuns): Promise<Census> {
  await expect.poll(() => test.runs.executing).toBe(0);
  // Connections that rest in the pool belong to it, not to a run.
  test.agent.destroy();
  await expect.poll(() => test.model.connections()).toBe(0);
  const events = ['unhandledRejection', 'SIGTERM', 'SIGINT', 'SIGUSR2', 'exit', 'uncaughtException', 'warning'];
  const listeners = events.reduce((sum, event) => sum + process.listenerCount(event), 0);
  const timers = await settledTimers();
  const heap = await smallestHeap();
  const { waitingFollowers: waiters, executing, journal } = test.runs;
  return { waiters, pages: journal.sharedPages, executing, listeners, timers, heap };
}

/** Timers of the process that stay; those of the tests' own polling come and go. */
async function settledTimers(): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 20; turn += 1) {
    fewest = Math.min(fewest, getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length);
    await new Promise((next) => setImmediate(next));
  }
  return fewest;
}

/** What cannot be freed: the least of several looks, each after a whole collection. */
async function smallestHeap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((next) => setImmediate(next));
    collect();
    least = Math.min(least, process.memoryUsage().heapUsed);
  }
  return least;
}
