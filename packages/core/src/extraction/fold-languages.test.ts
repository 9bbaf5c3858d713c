import { expect, it } from 'vitest';
import type { Candidate } from '../domain/index.ts';
import { foldLanguages } from './fold-languages.ts';
import { atOnce } from '../runtime/in-slices.ts';

const candidate = (language: string, term: string, score: number, frequency: number): Candidate => ({
  key: term.toLowerCase(),
  language,
  term,
  kind: 'term',
  forms: [{ text: term, count: frequency }],
  frequency,
  documentFrequency: 1,
  score,
  parts: [{ name: 'frequency', value: score }],
});

it('makes one candidate of a word that documents in two languages use', () => {
  const ranked = [candidate('ja', 'Lamp', 5, 2), candidate('ja', '灯室', 4, 1), candidate('en', 'Lamp', 3, 9)];
  expect(atOnce(foldLanguages(ranked, 'ja'))).toEqual([
    { ...candidate('en', 'Lamp', 5, 11), forms: [{ text: 'Lamp', count: 11 }] },
    candidate('ja', '灯室', 4, 1),
  ]);
});

it('leaves a corpus in one language as it is', () => {
  const ranked = [candidate('en', 'lamp', 5, 2), candidate('en', 'Lamp room', 4, 1)];
  expect(atOnce(foldLanguages(ranked, 'en'))).toEqual(ranked);
});
