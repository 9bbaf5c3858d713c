import { describe, expect, it } from 'vitest';
import { conceptId, type Term } from '../domain/index.ts';
import { stableId } from '../text/content-hash.ts';
import { withGivenNames } from './given-names.ts';

const idOf = (key: string) => conceptId(stableId('concept', 'en', key));

function term(key: string, ...forms: string[]): Term {
  return {
    key,
    language: 'en',
    term: key,
    kind: 'term',
    forms: forms.map((text) => ({ text, count: 1 })),
    frequency: 1,
    documentFrequency: 1,
    score: 1,
    parts: [],
    reason: 'score',
  };
}

describe('names that people gave', () => {
  it('are looked for as names of their term', () => {
    const [lamp, buoy] = withGivenNames(
      [term('lamp', 'lamp'), term('buoy')],
      new Map([[idOf('lamp'), ['lamp', 'lantern', 'Lanterns']]]),
    );
    expect(lamp?.forms).toEqual([
      { text: 'lamp', count: 1 },
      { text: 'lantern', count: 0 },
      { text: 'Lanterns', count: 0 },
    ]);
    expect(buoy).toEqual(term('buoy'));
  });

  it('stay with the term whose own they are', () => {
    const terms = [term('lamp'), term('buoy', 'float')];
    expect(withGivenNames(terms, new Map([[idOf('lamp'), ['buoys', 'Floats']]]))).toEqual(terms);
  });
});
