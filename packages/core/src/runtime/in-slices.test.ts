import { describe, expect, it } from 'vitest';
import { createBreather, LONGEST_HELD_MS } from './breathe.ts';
import { atOnce, inSlices, type Sliced } from './in-slices.ts';

/** Holds the thread, as a calculation does. */
function hold(milliseconds: number): void {
  for (const until = performance.now() + milliseconds; performance.now() < until; );
}

function* sumTo(count: number, onStep: () => void = () => undefined): Sliced<number> {
  let sum = 0;
  for (let next = 1; next <= count; next += 1) {
    yield;
    onStep();
    sum += next;
  }
  return sum;
}

describe('a sliced calculation', () => {
  it('has the same answer in slices as at once', async () => {
    await expect(inSlices(sumTo(100))).resolves.toBe(5050);
    expect(atOnce(sumTo(100))).toBe(5050);
  });

  it('lets what waits have its turn between two slices', async () => {
    let steps = 0;
    let stepsWhenAnswered = 0;
    setImmediate(() => (stepsWhenAnswered = steps));
    await inSlices(
      sumTo(6, () => {
        steps += 1;
        hold(LONGEST_HELD_MS / 2);
      }),
    );
    expect(stepsWhenAnswered).toBeGreaterThan(0);
    expect(stepsWhenAnswered).toBeLessThan(6);
  });

  it('is left at its next yield when it is aborted, with the reason', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    let steps = 0;
    const endless = inSlices(
      sumTo(Number.POSITIVE_INFINITY, () => {
        steps += 1;
        if (steps === 3) stop.abort(reason);
        hold(LONGEST_HELD_MS);
      }),
      stop.signal,
    );
    await expect(endless).rejects.toBe(reason);
    expect(steps).toBeLessThanOrEqual(4);
  });
});

describe('a breather', () => {
  it('gives a turn once short pieces of work have held the thread for long together', async () => {
    const breathing = createBreather();
    let done = 0;
    let doneWhenAnswered = 0;
    setImmediate(() => (doneWhenAnswered = done));
    for (let piece = 0; piece < 40; piece += 1) {
      await breathing(() => {
        hold(LONGEST_HELD_MS / 8);
        done += 1;
        return Promise.resolve();
      });
    }
    expect(doneWhenAnswered).toBeGreaterThan(0);
    expect(doneWhenAnswered).toBeLessThan(40);
  });
});
