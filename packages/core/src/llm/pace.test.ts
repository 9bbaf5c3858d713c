import { describe, expect, it } from 'vitest';
import { HeldClock } from '../testing/runs/held-clock.ts';
import { Pace } from './pace.ts';

const signal = new AbortController().signal;

/** Asks so many times at once, each call taking so long, and notes when each began. */
function begin(
  pace: Pace,
  clock: HeldClock,
  { calls, ms, tokens = 0 }: { calls: number; ms: number; tokens?: number },
) {
  const begun: number[] = [];
  const all = Promise.all(
    Array.from({ length: calls }, async () => {
      using lane = await pace.enter(tokens, signal);
      begun.push(clock.monotonic());
      expect(lane).toBeDefined();
      await new Promise<void>((next) => clock.after(ms, next));
      pace.succeed(0);
    }),
  );
  return { begun, all };
}

describe('the pace of a provider', () => {
  it('lets so many calls go on at once, in the order in which they came', async () => {
    const clock = new HeldClock();
    const { begun, all } = begin(new Pace({ lanes: 3, clock }), clock, { calls: 9, ms: 100 });
    await clock.passUntil(all);
    expect(begun).toEqual([0, 0, 0, 100, 100, 100, 200, 200, 200]);
  });

  it('keeps to so many calls a minute', async () => {
    const clock = new HeldClock();
    const { begun, all } = begin(new Pace({ lanes: 2, requestsPerMinute: 60, clock }), clock, { calls: 6, ms: 10 });
    await clock.passUntil(all);
    expect(begun).toEqual([0, 0, 1000, 2000, 3000, 4000]);
  });

  it('keeps to so many tokens a minute, by what calls really took', async () => {
    const clock = new HeldClock();
    const pace = new Pace({ lanes: 8, tokensPerMinute: 6_000_000, clock });
    // A quarter of a minute's tokens may go at once: 1,500,000; then 100,000 a second.
    const { begun, all } = begin(pace, clock, { calls: 2, ms: 10, tokens: 800_000 });
    await clock.passUntil(all);
    expect(begun).toEqual([0, 1000]);
    pace.succeed(-800_000);
    const next = begin(pace, clock, { calls: 1, ms: 10, tokens: 700_000 });
    const from = clock.monotonic();
    await clock.passUntil(next.all);
    expect(next.begun).toEqual([from]);
  });

  it('closes all lanes for as long as the provider asks, and takes some away until calls succeed', async () => {
    const clock = new HeldClock();
    const pace = new Pace({ lanes: 4, clock });
    pace.slowDown(2000, 0);
    pace.slowDown(1000, 0);
    expect(pace.open).toBe(3);
    const { begun, all } = begin(pace, clock, { calls: 5, ms: 100 });
    await clock.passUntil(all);
    expect(begun.slice(0, 3)).toEqual([2000, 2000, 2000]);
    expect(pace.open).toBe(4);
  });

  it('waits longer and longer where the provider does not say how long', async () => {
    const clock = new HeldClock();
    const pace = new Pace({ lanes: 1, clock });
    const waits: number[] = [];
    for (let refusal = 0; refusal < 4; refusal += 1) {
      const from = clock.monotonic();
      pace.slowDown(undefined, 1);
      const entered = pace.enter(0, signal);
      await clock.passUntil(entered);
      (await entered)[Symbol.dispose]();
      waits.push(clock.monotonic() - from);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000]);
  });

  it('lets go of who waits, for a lane or for time, when it is aborted', async () => {
    const clock = new HeldClock();
    const pace = new Pace({ lanes: 1, clock });
    const held = await pace.enter(0, signal);
    const controller = new AbortController();
    const forLane = pace.enter(0, controller.signal);
    const behind = pace.enter(0, signal);
    controller.abort(new Error('stopped'));
    await expect(forLane).rejects.toThrow('stopped');
    held[Symbol.dispose]();
    (await behind)[Symbol.dispose]();
    pace.slowDown(60_000, 0);
    const other = new AbortController();
    const forTime = pace.enter(0, other.signal);
    other.abort(new Error('stopped too'));
    await expect(forTime).rejects.toThrow('stopped too');
    expect(clock.waiting).toBe(0);
  });
});
