import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePosition } from './line-position.ts';

describe('a line position', () => {
  it('counts lines and columns from one', () => {
    const lineStarts = [0, 4, 5];
    expect([0, 3, 4, 5, 9].map((offset) => linePosition(lineStarts, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 4 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 5 },
    ]);
  });

  it('names the first line of a text without known lines', () => {
    expect(linePosition([], 7)).toEqual({ line: 1, column: 8 });
  });

  it('leads back to its offset', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1 }), fc.nat(500), (lengths, offset) => {
        const lineStarts = [0];
        for (const length of lengths) lineStarts.push((lineStarts.at(-1) ?? 0) + length + 1);
        const { line, column } = linePosition(lineStarts, offset);
        const start = lineStarts[line - 1] ?? 0;
        expect(start + column - 1).toBe(offset);
        expect(offset).toBeLessThan(lineStarts[line] ?? Infinity);
      }),
    );
  });
});
