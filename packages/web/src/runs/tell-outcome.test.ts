import { conceptId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { ja } from '../words/ja.ts';
import { isNews, tellOutcome } from './tell-outcome.ts';

const named = (terms: readonly string[]) => terms.map((term) => ({ id: conceptId(term), term }));
const nothing = { entries: 9, added: 0, changed: 0, removed: 0, addedNames: [], removedNames: [] };

describe('what a run made of a glossary', () => {
  it('is told with the names of what left', () => {
    const outcome = { ...nothing, added: 2, removed: 1, removedNames: named(['白潮']) };
    expect(tellOutcome(outcome, en)).toBe('2 new · 1 left the glossary: 白潮');
    expect(tellOutcome(outcome, ja)).toBe('新しい用語 2 件 · 用語集から消えた用語 1 件：白潮');
  });

  it('names few of many, and says how many more there are', () => {
    const removedNames = named(['bell', 'buoy', 'gallery', 'lens']);
    expect(tellOutcome({ ...nothing, removed: 30, removedNames }, en)).toMatch(
      /^30 left the glossary: bell, buoy, gallery,? and 27 more$/u,
    );
  });

  it('is told without names where they were not kept', () => {
    expect(tellOutcome({ ...nothing, removed: 1 }, en)).toBe('1 left the glossary');
  });

  it('is news where there was a glossary before, and something came or left', () => {
    expect(isNews({ ...nothing, added: 9 })).toBe(false);
    expect(isNews({ ...nothing, changed: 3 })).toBe(false);
    expect(isNews({ ...nothing, added: 1 })).toBe(true);
    expect(isNews({ ...nothing, entries: 0, removed: 1 })).toBe(true);
  });
});
