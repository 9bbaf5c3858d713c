import { expect, test } from 'vitest';
import { isCalendarName } from './calendar-names.ts';

test.each([
  ['en', 'thursday'],
  ['en', 'march'],
  ['fr', 'jeudi'],
  ['fr', 'mars'],
  ['nl', 'woensdag'],
  ['de', 'märz'],
  ['ru', 'марта'],
  ['ja', '木曜日'],
])('a name of the %s calendar is one: %s', (language, key) => {
  expect(isCalendarName(key, language)).toBe(true);
});

test.each([
  ['en', 'sun'],
  ['en', 'jeudi'],
  ['ja', '月'],
  ['und', 'thursday'],
])('in %s this is none: %s', (language, key) => {
  expect(isCalendarName(key, language)).toBe(false);
});
