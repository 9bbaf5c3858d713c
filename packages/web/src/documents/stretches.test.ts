import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOfText, stretchesOf } from './stretches.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b c', '\n', '\n\n', '潮', '😀'), maxLength: 200 });

describe('stretches of a text', () => {
  it('are the text again, none of them empty, and cut no character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (whole, most) => {
        const all = stretchesOf(whole, { start: 0, end: whole.length }, most);
        const parts = all.map(({ start, end }) => whole.slice(start, end));
        expect(parts.join('')).toBe(whole);
        for (const part of parts) {
          expect(part).not.toBe('');
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('end where a paragraph ends', () => {
    const whole = `${'The lamp is lit. '.repeat(4)}\n\n${'The keeper sleeps. '.repeat(4)}\n\nMorning.`;
    const [first] = stretchesOf(whole, { start: 0, end: whole.length }, 90);
    expect(first).toEqual({ start: 0, end: whole.indexOf('The keeper') });
  });

  it('are not much longer than asked, even where nothing ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (length) => {
        const whole = 'x'.repeat(length);
        for (const { start, end } of stretchesOf(whole, { start: 0, end: length }, 100)) {
          expect(end - start).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('are as high as their lines', () => {
    const line = heightOfText('short', { start: 0, end: 5 });
    expect(heightOfText('one\ntwo\n\nthree', { start: 0, end: 14 })).toBe(4 * line);
    expect(heightOfText('word '.repeat(100), { start: 0, end: 500 })).toBeGreaterThan(4 * line);
  });
});
