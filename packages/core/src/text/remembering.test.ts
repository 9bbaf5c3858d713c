import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

test('makes each thing once, also what is not there', () => {
  const asked: string[] = [];
  const lengthOf = remembering((text) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });

  expect(['keel', '', 'keel', ''].map(lengthOf)).toEqual([4, undefined, 4, undefined]);
  expect(asked).toEqual(['keel', '']);
});

test('forgets before it grows without end, and answers the same', () => {
  let made = 0;
  const own = remembering((text) => {
    made += 1;
    return text;
  });
  for (let index = 0; index < 30_000; index += 1) expect(own(String(index))).toBe(String(index));

  expect(own('0')).toBe('0');
  expect(made).toBe(30_001);
});
