import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePositionOf, lineStarts, offsetOf } from './line-index.ts';

describe('lines and columns', () => {
  it('count every kind of line end once', () => {
    expect(lineStarts('a\nb\r\nc\rd\n')).toEqual([0, 2, 5, 7, 9]);
    expect(linePositionOf(lineStarts('a\nbc'), 3)).toEqual({ line: 2, column: 2 });
  });

  it('lead back to the offset they came from', () => {
    assert(
      property(array(constantFrom('a', '\n', '\r', '\r\n', '𝄞')), (pieces) => {
        const text = pieces.join('');
        const starts = lineStarts(text);
        expect(starts.length).toBe(text.split(/\r\n|\r|\n/u).length);
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(offsetOf(starts, linePositionOf(starts, offset))).toBe(offset);
        }
      }),
    );
  });
});
