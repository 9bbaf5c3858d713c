import { expect, it } from 'vitest';
import { withOpeningMark } from './with-opening-mark.ts';

const TEXT = 'Ask first. [**Keel**](keel.md) is what carries the [hull](hull.md).';

function quoted(from: string, to: string): string {
  const range = withOpeningMark(TEXT, { start: TEXT.indexOf(from), end: TEXT.indexOf(to) + to.length });
  return TEXT.slice(range.start, range.end);
}

it('takes the bracket of a link into a quotation that begins with its words', () => {
  expect(quoted('Keel', 'hull.md).')).toBe('[**Keel**](keel.md) is what carries the [hull](hull.md).');
});

it('leaves a quotation alone that begins outside a link', () => {
  expect(quoted('Ask', 'first.')).toBe('Ask first.');
  expect(quoted('is what', 'hull.md).')).toBe('is what carries the [hull](hull.md).');
});
