import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { selectTerms } from './select-terms.ts';
import { atOnce } from '../runtime/in-slices.ts';
import { weights } from './weights.ts';

function candidate(term: string, score: number): Candidate {
  const key = normalForm(term, 'en');
  const forms = [{ text: term, count: 1 }];
  return { key, language: 'en', term, kind: 'term', forms, frequency: 1, documentFrequency: 1, score, parts: [] };
}

const ranked = {
  candidates: [
    candidate('tide gate', 4),
    candidate('salt pans', 3),
    candidate('salt road', 2),
    candidate('morning', 1),
  ],
  cut: 2,
};
const inLanguage = (language: string, term: string, score: number) => ({ ...candidate(term, score), language });
const keptOf = (candidates: readonly Candidate[]) =>
  atOnce(selectTerms({ candidates, cut: 0 }, { lists: { required: [], excluded: [] } })).length;
const defined = (term: string, ...parts: Candidate['parts']) => ({ ...candidate(term, 0), definitions: 1, parts });
const rules = (...patterns: string[]) => patterns.map((pattern) => ({ pattern }));
const termsOf = (lists: { required?: string[]; excluded?: string[] }, limit?: number) =>
  atOnce(
    selectTerms(ranked, {
      lists: { required: rules(...(lists.required ?? [])), excluded: rules(...(lists.excluded ?? [])) },
      ...(limit !== undefined && { limit }),
    }),
  ).map(({ term, reason }) => `${term}: ${reason}`);

describe('selecting terms', () => {
  it('keeps the best candidates up to the cut', () => {
    expect(termsOf({})).toEqual(['tide gate: score', 'salt pans: score']);
  });

  it('keeps as many as it is told', () => {
    expect(termsOf({}, 3)).toHaveLength(3);
    expect(termsOf({}, 0)).toEqual([]);
  });

  it('keeps what the documents define beyond doubt, whatever its score, unless it is told how many', () => {
    const candidates = ranked.candidates.map((one) => (one.term === 'morning' ? { ...one, definitions: 1 } : one));
    const lists = { required: [], excluded: [] };
    const keys = (limit?: number) =>
      atOnce(selectTerms({ candidates, cut: 2 }, { lists, ...(limit !== undefined && { limit }) })).map(
        ({ key, reason }) => `${key}: ${reason}`,
      );
    expect(keys()).toEqual(['tide gate: score', 'salt pan: score', 'morning: defined']);
    expect(keys(2)).toEqual(['tide gate: score', 'salt pan: score']);
    expect(
      atOnce(selectTerms({ candidates, cut: 2 }, { lists: { ...lists, excluded: rules('morning') } })).length,
    ).toBe(2);
  });

  it('keeps no verb, adjective or piece of code for being defined, and not every label of a reference', () => {
    expect(keptOf([defined('brine well', { name: 'heading', value: 1 })])).toBe(1);
    expect(keptOf([defined('rinse', { name: 'verb', value: weights.verb })])).toBe(0);
    expect(keptOf([defined('salty', { name: 'adjective', value: weights.adjective })])).toBe(0);
    expect(keptOf([defined('brine', { name: 'onlyCode', value: weights.onlyCode * 0.2 })])).toBe(1);
    expect(keptOf([defined('brine.depth')])).toBe(0);
    expect(keptOf(Array.from({ length: 500 }, (_, index) => defined(`well ${index}`)))).toBeLessThan(100);
  });

  it('gives each language its own room, and the others that of the first', () => {
    const candidates = [
      ...ranked.candidates.slice(0, 3),
      inLanguage('nl', 'zoutweg', 1.5),
      inLanguage('fr', 'marais', 1.2),
      inLanguage('nl', 'getij', 1),
    ];
    const rooms = [
      { language: 'en', cut: 4 },
      { language: 'nl', cut: 1 },
    ];
    const terms = atOnce(selectTerms({ candidates, cut: 5, rooms }, { lists: { required: [], excluded: [] } }));
    expect(terms.map(({ term }) => term)).toEqual(['tide gate', 'salt pans', 'salt road', 'zoutweg', 'marais']);
  });

  it('fills the place of an excluded term with the next one', () => {
    expect(termsOf({ excluded: ['Tide Gates'] })).toEqual(['salt pans: score', 'salt road: score']);
  });

  it('takes in what is required on top, whatever its score', () => {
    expect(termsOf({ required: ['Morning'] })).toEqual(['tide gate: score', 'salt pans: score', 'morning: required']);
  });

  it('takes in a required term that no document has', () => {
    expect(termsOf({ required: ['brine well'] }).at(-1)).toBe('brine well: required');
  });

  it('lets required win over excluded', () => {
    expect(termsOf({ required: ['salt road'], excluded: ['salt *'] })).toEqual([
      'tide gate: score',
      'salt road: required',
      'morning: score',
    ]);
  });

  it('reads a star as any run of characters and a question mark as one', () => {
    expect(termsOf({ excluded: ['*'] })).toEqual([]);
    expect(termsOf({ excluded: ['salt-*'] })).toEqual(['tide gate: score', 'morning: score']);
    expect(termsOf({ excluded: ['t?de gate'] })).toEqual(['salt pans: score', 'salt road: score']);
    expect(termsOf({ excluded: ['??'] })).toEqual(['tide gate: score', 'salt pans: score']);
  });

  it('has every required and no excluded term, whatever the lists', () => {
    const word = fc.constantFrom('tide gate', 'salt pans', 'salt road', 'morning', 'brine well', 's*', '?orning');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), fc.nat(5), (required, excluded, limit) => {
        const terms = atOnce(
          selectTerms(ranked, {
            lists: { required: rules(...required), excluded: rules(...excluded) },
            limit,
          }),
        );
        for (const pattern of required.filter((one) => !/[*?]/u.test(one))) {
          expect(terms.map((term) => term.key)).toContain(normalForm(pattern, 'en'));
        }
        for (const term of terms.filter((one) => one.reason === 'score')) {
          expect(excluded.map((one) => normalForm(one, 'en'))).not.toContain(term.key);
        }
        expect(terms.filter((term) => term.reason === 'score').length).toBeLessThanOrEqual(limit);
        expect(new Set(terms.map((term) => term.key)).size).toBe(terms.length);
      }),
    );
  });
});
