import { describe, expect, it } from 'vitest';
import type { Statement } from '../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildGlossary, buildIssue } from '../testing/builders.ts';
import { refineGlossary } from './refine-glossary.ts';

const corpus = buildCorpus({ 'a.md': 'A quay is a quay wall. A long wall for ships. A quay is a wall for ships.' });
const statement = (quote: string, support: Statement['support'] = 'supported'): Statement => ({
  text: quote,
  role: 'definition',
  support,
  evidence: [corpus.evidence('a.md', quote)],
});
const circularOne = statement('A quay is a quay wall.');
const long = [statement('A long wall for ships.', 'weak'), circularOne, statement('A quay is a wall for ships.')];
const quay = (statements: readonly Statement[], overrides = {}) =>
  buildConcept('quay', { definition: buildDefinition([], { statements, ...overrides }) });

describe('refinement', () => {
  it('shortens a long definition to its first supported statement, and says why', () => {
    const concept = quay(long);
    const glossary = buildGlossary({ concepts: [concept], issues: [buildIssue(concept)] });
    const { glossary: refined, revised } = refineGlossary(glossary);
    expect(revised).toBe(1);
    expect(refined.issues.map(({ state }) => state)).toEqual(['resolved']);
    expect(refined.concepts[0]?.definition).toEqual({
      ...concept.definition,
      state: 'refined',
      statements: [circularOne],
      revision: 2,
      reason: 'Answers the issue "too-long": The definition is longer than one sentence.',
    });
  });

  it('takes the next supported statement that does not go round', () => {
    const concept = quay([circularOne]);
    const issues = [buildIssue(concept, { rule: 'circular', quote: 'quay' })];
    const alternatives = new Map([[concept.id, [circularOne, ...long]]]);
    const { glossary } = refineGlossary(buildGlossary({ concepts: [concept], issues }), { alternatives });
    expect(glossary.concepts[0]?.definition?.statements).toEqual([long[2]]);
  });

  it('leaves alone what people wrote, what it cannot answer and what was dismissed', () => {
    const edited = quay(long, { state: 'edited' });
    const single = quay([circularOne]);
    for (const [concept, overrides] of [
      [edited, {}],
      [single, {}],
      [single, { rule: 'circular', quote: 'quay' }],
      [quay(long), { state: 'dismissed' as const }],
      [quay(long), { rule: 'near-duplicate' }],
    ] as const) {
      const glossary = buildGlossary({ concepts: [concept], issues: [buildIssue(concept, overrides)] });
      expect(refineGlossary(glossary)).toEqual({ glossary, revised: 0 });
    }
  });
});
