import { expect, it } from 'vitest';
import { saysAll } from './says-all.ts';

it.each([
  ['A pilot is a mariner.', 'A **pilot** is a [mariner](people.md).', true],
  ['A pilot is a mariner.', 'A *pilot* is\na mariner', true],
  ['A mariner.', 'A pilot is a mariner.', false],
  ['水先人は船を導く。', '**水先人**は船を導く。', true],
])('the statement %j beside the quotation %j: %s', (text, quote, repeats) => {
  expect(saysAll(text, quote)).toBe(repeats);
});
