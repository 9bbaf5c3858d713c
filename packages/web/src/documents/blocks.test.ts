import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesIn, textBlocks, withoutOverlaps } from './blocks.ts';
import { excerptOf, lineOf } from './excerpt.ts';

const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\n\n', '潮', '😀'), maxLength: 60 });
const places = fc.array(
  fc.tuple(fc.nat(60), fc.nat(8)).map(([start, length]) => ({ range: { start, end: start + length } })),
);

describe('a text in blocks', () => {
  it('is the text again and holds every place once', () => {
    fc.assert(
      fc.property(text, places, (whole, all) => {
        const inText = withoutOverlaps(all.filter(({ range }) => range.end <= whole.length && range.end > range.start));
        const blocks = textBlocks(whole, inText);
        const later = inText.map(({ range }) => ({ range: { start: range.start + 7, end: range.end + 7 } }));
        expect(textBlocks(whole, later, 7).map(({ start }) => start - 7)).toEqual(blocks.map(({ start }) => start));
        expect(blocks.map((block) => block.text).join('')).toBe(whole);
        expect(blocks.flatMap((block) => block.places)).toEqual(inText);
        for (const block of blocks) {
          for (const { range } of block.places) {
            expect(range.start).toBeGreaterThanOrEqual(block.start);
            expect(range.end).toBeLessThanOrEqual(block.start + block.text.length);
          }
        }
      }),
    );
  });
});

describe('places in a range', () => {
  it('are all that lie in it, and only those', () => {
    fc.assert(
      fc.property(places, fc.nat(70), fc.nat(30), (all, start, length) => {
        const range = { start, end: start + length };
        const inText = withoutOverlaps(all);
        expect(placesIn(inText, range)).toEqual(
          inText.filter(
            (one) => one.range.start >= range.start && one.range.start < range.end && one.range.end <= range.end,
          ),
        );
      }),
    );
  });
});

describe('an excerpt', () => {
  it('is the paragraph of the passage', () => {
    const whole = 'Before.\n\nThe lamp keeper trims the lamp.\n\nAfter.';
    const start = whole.indexOf('lamp keeper');
    expect(excerptOf(whole, { start, end: start + 11 })).toEqual({
      start: 9,
      text: 'The lamp keeper trims the lamp.',
    });
  });

  it('holds the passage, wherever it stands', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(8), (whole, from, length) => {
        const start = Math.min(from, whole.length);
        const end = Math.min(start + length, whole.length);
        const excerpt = excerptOf(whole, { start, end });
        expect(excerpt.text.slice(start - excerpt.start, end - excerpt.start)).toBe(whole.slice(start, end));
      }),
    );
  });

  it('stands on the line that people count', () => {
    expect(lineOf('one\ntwo\nthree', 0)).toBe(1);
    expect(lineOf('one\ntwo\nthree', 4)).toBe(2);
    expect(lineOf('one\ntwo\nthree', 12)).toBe(3);
  });
});
