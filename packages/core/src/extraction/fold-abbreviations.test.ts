import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/index.ts';
import { foldAbbreviations, type StatedAbbreviation } from './fold-abbreviations.ts';

const candidate = (term: string, score: number, frequency = 1): Candidate => ({
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
const says = (key: string, shortKey: string): StatedAbbreviation => ({ language: 'en', key, shortKey });
const show = (candidates: readonly Candidate[]) =>
  candidates.map(({ term, forms, score }) => `${term} (${forms.map(({ text }) => text).join(', ')}) ${score}`);

describe('abbreviations', () => {
  const list = [candidate('TTO', 5, 9), candidate('lamp', 4), candidate('tide table office', 3, 2)];

  it('are one candidate with what they stand for, named as it is written most', () => {
    expect(show(foldAbbreviations(list, [says('tide table office', 'tto')]))).toEqual([
      'TTO (TTO, tide table office) 5',
      'lamp (lamp) 4',
    ]);
  });

  it('stay apart where documents contradict each other', () => {
    const other = candidate('tower top opening', 2);
    const stated = [says('tide table office', 'tto'), says('tower top opening', 'tto')];
    expect(foldAbbreviations([...list, other], stated)).toEqual([...list, other]);
  });

  it('follow what most documents say', () => {
    const other = candidate('tower top opening', 2);
    const stated = [
      ...Array.from({ length: 3 }, () => says('tide table office', 'tto')),
      says('tower top opening', 'tto'),
    ];
    expect(show(foldAbbreviations([...list, other], stated))).toHaveLength(3);
  });

  it('lose no form and no occurrence, and keep the order of what is left', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const all = names.map((name, index) => candidate(name, 10 - index, index + 1));
    const anyStated = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 6 });
    fc.assert(
      fc.property(anyStated, (pairs) => {
        const stated = pairs.filter(([long, short]) => long !== short).map(([long, short]) => says(long, short));
        const folded = foldAbbreviations(all, stated);
        expect(folded.flatMap(({ forms }) => forms.map(({ text }) => text)).toSorted()).toEqual(names);
        expect(folded.reduce((sum, { frequency }) => sum + frequency, 0)).toBe(15);
        const scores = folded.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });
});
