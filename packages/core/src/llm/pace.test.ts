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
      using call = await pace.enter(tokens, signal);
      begun.push(clock.monotonic());
      await new Promise<void>((next) => clock.after(ms, next));
      call.answered();
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
    pace.spend(-800_000);
    const next = begin(pace, clock, { calls: 1, ms: 10, tokens: 700_000 });
    const from = clock.monotonic();
    await clock.passUntil(next.all);
    expect(next.begun).toEqual([from]);
  });

  it('begins nothing for as long as the provider asks, and then one call after another', async () => {
    const clock = new HeldClock();
    const pace = new Pace({ lanes: 4, clock });
    const calls = [await pace.enter(0, signal), await pace.enter(0, signal)];
    for (const [index, waitMs] of [2000, 1000].entries()) {
      using call = calls[index];
      call?.refused(waitMs, 0);
    }
    const { begun, all } = begin(pace, clock, { calls: 3, ms: 100 });
    await clock.passUntil(all);
    expect(begun[0]).toBe(2000);
    expect((begun[1] ?? 0) - 2000).toBeGreaterThan(10);
    expect((begun[2] ?? 0) - (begun[1] ?? 0)).toBeGreaterThan(10);
  });

  it('wakes who waits for its distance when a refusal makes the wait shorter', async () => {
    const clock = new HeldClock();
    const pace = new Pace({ lanes: 4, clock });
    for (let refusals = 0; refusals < 12; refusals += 1) {
      const entered = pace.enter(0, signal);
      await clock.passUntil(entered);
      using call = await entered;
      call.refused(0, 0);
    }
    const last = pace.enter(0, signal);
    await clock.passUntil(last);
    using held = await last;
    const { begun, all } = begin(pace, clock, { calls: 1, ms: 1 });
    await clock.advance(0);
    expect(begun).toEqual([]);
    const from = clock.monotonic();
    held.refused(3, 0);
    await clock.passUntil(all);
    expect(begun).toEqual([from + 3]);
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
    const refused = await pace.enter(0, signal);
    refused.refused(60_000, 0);
    const other = new AbortController();
    const forTime = pace.enter(0, other.signal);
    other.abort(new Error('stopped too'));
    await expect(forTime).rejects.toThrow('stopped too');
    expect(clock.waiting).toBe(0);
  });
});
