import { expect, it } from 'vitest';
import type { Candidate } from '../domain/index.ts';
import { foldSpellings } from './fold-spellings.ts';
import { termRows } from './written-forms.ts';
import { atOnce } from '../runtime/in-slices.ts';

const candidate = (term: string, score: number, frequency: number): Candidate => ({
  key: term.toLowerCase(),
  language: 'en',
  term,
  kind: 'term',
  forms: [{ text: term, count: frequency }],
  frequency,
  documentFrequency: 1,
  score,
  parts: [{ name: 'frequency', value: score }],
});
const ranked = [
  candidate('tide table', 5, 2),
  candidate('set up', 4, 1),
  candidate('TideTable', 3, 9),
  candidate('setup', 2, 1),
];

it('makes one candidate of a name in one word and in several', () => {
  expect(atOnce(foldSpellings(ranked)).map(({ term, frequency, score }) => [term, frequency, score])).toEqual([
    ['TideTable', 11, 5],
    ['set up', 1, 4],
    ['setup', 1, 2],
  ]);
});

it('leaves each spelling its own row, where its own score puts it', () => {
  const { rows, cut } = atOnce(termRows({ candidates: atOnce(foldSpellings(ranked)), cut: 2 }));
  expect(rows.map(({ term, score }) => [term, score])).toEqual(ranked.map(({ term, score }) => [term, score]));
  expect(cut).toBe(2);
});

it('makes one candidate of an English singular and plural in Japanese, but not in French', () => {
  const names = [candidate('buoy', 3, 4), candidate('buoys', 2, 1), candidate('潮門', 1, 1)];
  const inJapanese = names.map((one) => ({ ...one, language: 'ja' }));
  expect(atOnce(foldSpellings(inJapanese)).map(({ term, frequency }) => [term, frequency])).toEqual([
    ['buoy', 5],
    ['潮門', 1],
  ]);
  const inFrench = names.map((one) => ({ ...one, language: 'fr' }));
  expect(atOnce(foldSpellings(inFrench))).toHaveLength(3);
});
