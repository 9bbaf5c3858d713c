import { describe, expect, it } from 'vitest';
import { fold, scoreAnnotated, scoreDocumentation } from './terms.ts';

describe('scoring lists of terms', () => {
  it('matches annotated terms by their lower-cased form, each once, up to the cut', () => {
    const gold = new Set(['tide mill', 'sluice', 'miller', 'grist']);
    const figures = scoreAnnotated(gold, { terms: ['Tide Mill', 'tide mill', 'sluice', 'morning', 'grist'], cut: 3 });
    expect(figures).toEqual({
      kind: 'annotated',
      gold: 4,
      cut: 3,
      precision: 66.7,
      recall: 50,
      f1: 57.1,
      f1AtGold: 75,
      precisionAt100: 75,
    });
  });

  it('finds an official term by any of its names, whatever the plural and the hyphen', () => {
    const gold = [new Set(['tide mill', 'sea mill']), new Set(['sluice'])];
    const figures = scoreDocumentation(gold, { terms: ['morning', 'Sea-Mills', 'evening', 'Sluices'], cut: 3 });
    expect(figures).toEqual({
      kind: 'documentation',
      gold: 2,
      cut: 3,
      recallAtCut: 50,
      recallAtGold: 50,
      recallAt100: 100,
      recallAt500: 100,
      precisionAt100: 2,
    });
  });

  it('folds the ends of words that look plural, and no others', () => {
    expect(['Load-balancers', 'policies', 'classes', 'status', 'gas', '潮車'].map(fold)).toEqual([
      'load balancer',
      'policy',
      'class',
      'status',
      'gas',
      '潮車',
    ]);
  });
});
