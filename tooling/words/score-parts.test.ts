import { expect, it } from 'vitest';
import { weights } from '../../packages/core/src/extraction/weights.ts';
import { scoreParts as english } from '../../packages/web/src/words/en/score-parts.ts';
import { scoreParts as japanese } from '../../packages/web/src/words/ja/score-parts.ts';

it('has words in both languages for every part of a score', () => {
  const parts = Object.keys(weights);
  expect(parts.length).toBeGreaterThan(20);
  for (const words of [english, japanese]) expect(parts.filter((name) => words[name] === undefined)).toEqual([]);
  expect(Object.keys(japanese).toSorted()).toEqual(Object.keys(english).toSorted());
});
