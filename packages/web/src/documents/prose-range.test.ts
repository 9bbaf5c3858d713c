import { describe, expect, it } from 'vitest';
import { ProseRanges } from './prose-range.ts';

/** `# A *fog* &amp; horn` is read as `A fog & horn`. */
const original = '# A *fog* &amp; horn';
const prose = 'A fog & horn';
const ranges = new ProseRanges({
  prose: [0, 2, 5, 6, 7],
  proseLength: [2, 3, 1, 1, 5],
  original: [2, 5, 9, 10, 15],
  originalLength: [2, 3, 1, 5, 5],
});

function shown(text: string): string | undefined {
  const start = original.indexOf(text);
  const range = ranges.of({ start, end: start + text.length });
  return range === undefined ? undefined : prose.slice(range.start, range.end);
}

describe('a range of an original in its prose', () => {
  it.each([
    ['fog', 'fog'],
    ['horn', 'horn'],
    ['A *fog*', 'A fog'],
    ['*fog* &amp; horn', 'fog & horn'],
    ['&amp;', '&'],
  ])('shows %s as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('is nothing where the prose leaves it out', () => {
    expect(shown('# ')).toBeUndefined();
  });
});
