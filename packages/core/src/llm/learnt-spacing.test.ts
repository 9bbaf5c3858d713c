import { describe, expect, it } from 'vitest';
import { LearntSpacing } from './learnt-spacing.ts';

/** One call after another; `refusals` says of each whether it is refused, at once. When each began. */
function ask(spacing: LearntSpacing, refusals: readonly boolean[], now = 0): number[] {
  const begun: number[] = [];
  for (const isRefused of refusals) {
    const begunAt = Math.max(now, spacing.notBefore);
    spacing.begin(begunAt);
    begun.push(begunAt);
    if (isRefused) spacing.refuse({ begunAt, now: begunAt, jitter: 1 });
    else spacing.answer();
  }
  return begun;
}

const distances = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('the distance of calls that is learnt from refusals', () => {
  it('is none as long as nothing is refused', () => {
    expect(ask(new LearntSpacing(), [false, false, false])).toEqual([0, 0, 0]);
  });

  it('doubles the wait while the very next call is refused, up to half a minute', () => {
    const waits = distances(
      ask(
        new LearntSpacing(),
        Array.from({ length: 30 }, () => true),
      ),
    );
    expect(waits.slice(0, 3)).toEqual([5, 10, 20]);
    for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(waits[index - 1] ?? 0);
    expect(waits.at(-1)).toBe(30_000);
  });

  it('comes down again with every answer, until there is none', () => {
    const spacing = new LearntSpacing();
    ask(spacing, [true, true, true]);
    const [first = 0, ...later] = distances(
      ask(
        spacing,
        Array.from({ length: 30 }, () => false),
        1000,
      ),
    );
    expect(first).toBeGreaterThan(20);
    for (const [index, distance] of later.entries()) expect(distance).toBeLessThanOrEqual(later[index - 1] ?? first);
    expect(later.at(-1)).toBe(0);
  });

  it('does not grow for ever where every second call is refused, however slowly they come', () => {
    const spacing = new LearntSpacing();
    const begun = ask(
      spacing,
      Array.from({ length: 400 }, (_, index) => index % 2 === 0),
    );
    expect(Math.max(...distances(begun))).toBeLessThan(100);
  });

  it('waits no longer for refusals of calls that were on their way, but as long as the longest that is asked', () => {
    const spacing = new LearntSpacing();
    for (let calls = 0; calls < 4; calls += 1) spacing.begin(0);
    spacing.refuse({ begunAt: 0, now: 10, jitter: 1 });
    const { notBefore } = spacing;
    spacing.refuse({ begunAt: 0, now: 12, jitter: 1 });
    expect(spacing.notBefore).toBe(notBefore);
    spacing.refuse({ begunAt: 0, now: 14, waitMs: 500, jitter: 1 });
    spacing.refuse({ begunAt: 0, now: 16, waitMs: 100, jitter: 1 });
    expect(spacing.notBefore).toBe(514);
  });
});
