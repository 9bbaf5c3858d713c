import { describe, expect, it } from 'vitest';
import type { Term } from '../domain/index.ts';
import { conceptIdOf } from '../text/concept-id.ts';
import { withGivenNames } from './given-names.ts';

const idOf = (key: string) => conceptIdOf({ language: 'en', key });

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
      new Map([[idOf('lamp'), ['lamp', 'lantern', 'Lanterns'].map((text) => ({ text }))]]),
    );
    expect(lamp?.forms).toEqual([
      { text: 'lamp', count: 1 },
      { text: 'lantern', count: 0 },
      { text: 'Lanterns', count: 0 },
    ]);
    expect(buoy).toEqual(term('buoy'));
  });

  it('bring along how each of them is looked for', () => {
    const names = [{ text: 'lamp', matching: { isCaseSensitive: true } }, { text: 'lantern' }] as const;
    const [lamp] = withGivenNames([term('lamp', 'lamp')], new Map([[idOf('lamp'), names]]));
    expect(lamp?.named).toEqual(names);
  });

  it('take in a term that is one of them, with its forms', () => {
    const terms = [term('lamp', 'lamp'), term('lantern', 'lantern', 'Lanterns')];
    const [lamp, ...others] = withGivenNames(terms, new Map([[idOf('lamp'), [{ text: 'lantern' }]]]));
    expect(lamp?.forms.map(({ text }) => text)).toEqual(['lamp', 'lantern', 'Lanterns']);
    expect(others).toEqual([]);
  });

  it('stay with a term that people asked for, named or merged themselves, and with one that has them among others', () => {
    const given = (...names: readonly string[]) => [idOf('lamp'), names.map((text) => ({ text }))] as const;
    const asked = [term('lamp'), { ...term('buoy'), reason: 'required' } as const];
    expect(withGivenNames(asked, new Map([given('buoys')]))).toEqual(asked);
    const merged = [term('lamp'), term('buoy')];
    expect(withGivenNames(merged, new Map([given('buoys'), [idOf('buoy'), []]]))).toEqual(merged);
    const another = [term('lamp'), term('buoy', 'float')];
    expect(withGivenNames(another, new Map([given('Floats')]))).toEqual(another);
  });
});
