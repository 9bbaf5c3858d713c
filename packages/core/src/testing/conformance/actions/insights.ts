import { describe, expect, it } from 'vitest';
import { conceptId } from '../../../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

const corpus = buildCorpus({ 'a.md': 'A lamp is a light. The lamp and the bell.', 'b.md': 'The bell, the bell.' });
const lamp = buildConcept('lamp', {
  definition: buildDefinition([corpus.evidence('a.md', 'A lamp is a light.')], { confidence: 1 }),
  occurrences: corpus.occurrences('lamp'),
});
const relationTo = (target: ReturnType<typeof conceptId>) =>
  ({ kind: 'see-also', target, state: 'proposed', evidence: [] }) as const;
const bell = buildConcept('bell', { occurrences: corpus.occurrences('bell'), relations: [relationTo(lamp.id)] });
const tower = buildConcept('tower', { relations: [relationTo(bell.id)] });
const reef = buildConcept('reef');

export function insightRules(database: string, fixture: ActionsFixture): void {
  describe(`insights in ${database}`, () => {
    it(
      'count entries, their confidence, and how much of what is mentioned is defined',
      inProject(fixture, async ({ actions: { insights }, project, storage }) => {
        const glossary = buildGlossary({ documents: corpus.documents, concepts: [bell, lamp, reef, tower] });
        await storage.glossary.replace(project, glossary);
        const overview = await insights.overview(project);
        expect(overview).toMatchObject({
          entries: { defined: 1, 'in-use': 0, unexplained: 3 },
          confidence: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
          coverage: { mentions: 5, defined: 2 },
          documents: [
            { name: 'a.md', mentions: 3, defined: 2 },
            { name: 'b.md', mentions: 2, defined: 0 },
          ],
        });
        expect(overview.frequent.slice(0, 2)).toMatchObject([
          { term: 'bell', occurrences: 3, documents: 2 },
          { term: 'lamp', occurrences: 2, documents: 1 },
        ]);
      }),
    );

    it(
      'show what is related to what, as far as asked for',
      inProject(fixture, async ({ actions: { insights }, project, storage }) => {
        await storage.glossary.replace(project, buildGlossary({ concepts: [bell, lamp, reef, tower] }));
        const terms = async (query?: Parameters<typeof insights.graph>[1]) =>
          (await insights.graph(project, query)).nodes.map(({ term }) => term);
        expect(await terms()).toEqual(['bell', 'lamp', 'tower']);
        expect(await terms({ around: lamp.id })).toEqual(['lamp', 'bell']);
        expect(await terms({ around: lamp.id, hops: 2 })).toEqual(['lamp', 'bell', 'tower']);
        expect(await insights.graph(project, { limit: 2 })).toEqual({
          nodes: [
            { id: bell.id, term: 'bell', state: 'unexplained', degree: 2 },
            { id: lamp.id, term: 'lamp', state: 'defined', degree: 1 },
          ],
          edges: [{ from: bell.id, to: lamp.id, kind: 'see-also', state: 'proposed' }],
          more: 1,
        });
        expect(await outcomeOf(insights.graph(project, { around: conceptId('gone') }))).toBe('storage/not-found');
      }),
    );
  });
}
