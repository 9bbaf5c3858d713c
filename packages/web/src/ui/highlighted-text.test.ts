import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtHighlights, type Highlight } from './highlighted-text.tsx';

describe('highlighted text', () => {
  it('marks what is asked for and nothing else', () => {
    const pieces = cutAtHighlights('The lamp keeper trims the lamp.', [
      { start: 4, end: 15, state: 'defined' },
      { start: 26, end: 30, state: 'candidate' },
    ]);
    expect(pieces.filter(({ state }) => state !== undefined).map(({ text }) => text)).toEqual(['lamp keeper', 'lamp']);
  });

  it('prefers the longer of two passages that begin together', () => {
    const pieces = cutAtHighlights('tide gauge', [
      { start: 0, end: 4, state: 'candidate' },
      { start: 0, end: 10, state: 'defined' },
    ]);
    expect(pieces).toEqual([{ start: 0, text: 'tide gauge', state: 'defined' }]);
  });

  it('is the text again, whatever is marked in it', () => {
    const highlight = fc
      .tuple(fc.nat(80), fc.nat(80))
      .map(([start, end]): Highlight => ({ start, end, state: 'defined' }));
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), fc.array(highlight), (text, highlights) => {
        const pieces = cutAtHighlights(text, highlights);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const stands = ({ start, text: part }: (typeof pieces)[number]) => text.startsWith(part, start);
        expect(pieces.every(stands)).toBe(true);
      }),
    );
  });
});
