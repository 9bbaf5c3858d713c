import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStarts } from './line-index.ts';
import { linePosition } from './line-position.ts';

describe('the lines of a text', () => {
  it('end at every kind of line end, each counted once', () => {
    expect(lineStarts('a\nb\r\nc\rd\n')).toEqual([0, 2, 5, 7, 9]);
  });

  it('give each offset a line and column that lead back to it', () => {
    assert(
      property(array(constantFrom('a', '\n', '\r', '\r\n', '𝄞')), (pieces) => {
        const text = pieces.join('');
        const starts = lineStarts(text);
        expect(starts.length).toBe(text.split(/\r\n|\r|\n/u).length);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const { line, column } = linePosition(starts, offset);
          expect((starts[line - 1] ?? 0) + column - 1).toBe(offset);
        }
      }),
    );
  });
});
