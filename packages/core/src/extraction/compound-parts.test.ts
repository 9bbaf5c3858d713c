import { expect, test } from 'vitest';
import { compoundParts, isCompounding } from './compound-parts.ts';

const counts = new Map([
  ['vuur', 3],
  ['toren', 9],
  ['ren', 40],
  ['torenlicht', 2],
]);
const partsOf = (word: string) => compoundParts(word, (part) => counts.get(part) ?? 0);

test('a compound opens and ends with words of its text, the most frequent of which count', () => {
  expect(partsOf('vuurtoren')).toEqual({ opening: 3, ending: 9 });
  expect(partsOf('vuurtorenlicht')).toEqual({ opening: 3, ending: 2 });
});

test('two letters more are no word beside one, and three letters no part', () => {
  expect(partsOf('torens')).toEqual({ opening: 0, ending: 0 });
  expect(partsOf('spoorren')).toEqual({ opening: 0, ending: 0 });
  expect(partsOf('toren')).toEqual({ opening: 0, ending: 0 });
});

test('English writes its compounds apart, Dutch does not', () => {
  expect([isCompounding('nl'), isCompounding('en')]).toEqual([true, false]);
});
