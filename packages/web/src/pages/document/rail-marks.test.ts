import { describe, expect, it } from 'vitest';
import { marksOf, nearestTo } from './rail-marks.ts';

describe('the marks of a rail', () => {
  it('are one where places lie upon each other', () => {
    expect(marksOf([0.1, 0.1001, 0.5])).toEqual([0.1, 0.5]);
    expect(marksOf(Array.from({ length: 5000 }, (_, at) => at / 5000)).length).toBeLessThanOrEqual(401);
  });

  it('lead to the place that is nearest', () => {
    expect(nearestTo(0.45, [0.1, 0.4, 0.6])).toBe(1);
    expect(nearestTo(-1, [0.1, 0.4])).toBe(0);
    expect(nearestTo(2, [0.1, 0.4])).toBe(1);
  });
});
