import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/index.ts';
import { foldOtherNames, type StatedOtherName } from './fold-other-names.ts';

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
const says = (key: string, otherKey: string): StatedOtherName => ({ language: 'en', key, otherKey });
const show = (candidates: readonly Candidate[]) =>
  candidates.map(({ term, forms, score }) => `${term} (${forms.map(({ text }) => text).join(', ')}) ${score}`);

describe('other names', () => {
  const list = [candidate('Flax Pond', 5, 9), candidate('heckle', 4), candidate('Retting Tank', 3, 2)];

  it('are one candidate with the name in use, whichever is written more, at the better place', () => {
    expect(show(foldOtherNames(list, [says('retting tank', 'flax pond')]))).toEqual([
      'Retting Tank (Flax Pond, Retting Tank) 5',
      'heckle (heckle) 4',
    ]);
  });

  it('may be several', () => {
    const more = [...list, candidate('Pit', 2)];
    expect(show(foldOtherNames(more, [says('retting tank', 'flax pond'), says('retting tank', 'pit')]))).toEqual([
      'Retting Tank (Flax Pond, Retting Tank, Pit) 5',
      'heckle (heckle) 4',
    ]);
  });

  it('stay apart where two things were called so', () => {
    expect(foldOtherNames(list, [says('retting tank', 'flax pond'), says('heckle', 'flax pond')])).toEqual(list);
  });

  it('neither lose nor double a form, whatever is said', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const key = fc.constantFrom(...names);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key), { maxLength: 8 }), (pairs) => {
        const all = names.map((name, index) => candidate(name, 9 - index));
        const stated = pairs.filter(([a, b]) => a !== b).map(([a, b]) => says(a, b));
        const forms = foldOtherNames(all, stated).flatMap((one) => one.forms.map(({ text }) => text));
        expect(forms.toSorted()).toEqual(names);
      }),
    );
  });
});
