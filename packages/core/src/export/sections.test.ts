import { describe, expect, it } from 'vitest';
import { buildConcept, buildDesignation } from '../testing/builders.ts';
import { sectionsOf } from './sections.ts';
import { wordsOf } from './words.ts';

describe('the sections of an export', () => {
  it('are the letters of the index, each once, Japanese by reading', () => {
    const concepts = [
      buildConcept('3rd mate'),
      buildConcept('anchor'),
      buildConcept('Élan'),
      buildConcept('検潮所', {
        language: 'ja',
        designations: [buildDesignation('検潮所', { reading: 'けんちょうじょ' })],
      }),
      buildConcept('ガス', { language: 'ja' }),
    ];
    expect(
      sectionsOf(concepts, { words: wordsOf('en') }).map(({ heading, concepts: members }) => [heading, members.length]),
    ).toEqual([
      ['#', 1],
      ['A', 1],
      ['E', 1],
      ['か', 2],
    ]);
  });
});
