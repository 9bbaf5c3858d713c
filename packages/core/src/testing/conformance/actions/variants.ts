import { describe, expect, it } from 'vitest';
import { type ConceptId, conceptId, type VariantGroup } from '../../../domain/index.ts';
import { buildCandidate, buildConcept, buildCorpus, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject, outcomeOf } from './fixture.ts';

const corpus = buildCorpus({ 'a.md': 'The tide table hangs there. The tidetable is new. A tide-bell rings.' });
const concepts = [buildConcept('tide table'), buildConcept('tidetable'), buildConcept('harbour')];
const candidates = ['tide table', 'tidetable', 'harbour', 'tide bell', 'tidebell', 'harbor'].map((term, index) =>
  buildCandidate(term, { score: 10 - index, frequency: index + 1 }),
);

export function variantRules(database: string, fixture: ActionsFixture): void {
  const inWorkbench = (work: (test: ActionsUnderTest) => Promise<void>) =>
    inProject(fixture, async (test) => {
      const { storage, project } = test;
      await storage.glossary.replace(project, buildGlossary({ documents: corpus.documents, concepts }));
      const kept = candidates.slice(0, 3).map(({ language, key }) => ({ language, key }));
      await storage.terms.replace(project, candidates, { kept });
      await work(test);
    });

  describe(`spellings in ${database}`, () => {
    it(
      'are shown where the glossary has one of them, the one that would stand for all first',
      inWorkbench(async ({ actions: { terms, variants }, project }) => {
        expect(wordsIn(await variants.list(project))).toEqual([
          ['tidetable', 'tide table'],
          ['harbour', 'harbor'],
        ]);
        const [, , harbour] = (await terms.list(project)).items;
        await terms.decide(project, { ids: [harbour?.id ?? conceptId('')] }, 'excluded');
        expect(wordsIn(await variants.list(project))).toEqual([['tidetable', 'tide table']]);
      }),
    );

    it(
      'become one entry, as names that can be used or that must not be',
      inWorkbench(async ({ actions: { entries, terms, variants }, project }) => {
        const [tables, harbours] = await variants.list(project);
        const [into, from] = idsIn(tables);
        const forbidden = await terms.merge(project, { into, from: [from], status: 'forbidden' });
        expect(forbidden.value.forbidden).toEqual(['tide table']);
        expect(forbidden.value.designations.map(({ text, status }) => [text, status])).toEqual([
          ['tidetable', 'preferred'],
          ['tide table', 'forbidden'],
        ]);
        const [harbour, harbor] = idsIn(harbours);
        await terms.merge(project, { into: harbour, from: [harbor], status: 'deprecated' });
        expect((await entries.get(project, harbour)).designations.map(({ status }) => status)).toEqual([
          'preferred',
          'deprecated',
        ]);
        expect(await variants.list(project)).toEqual([]);
      }),
    );

    it(
      'are dismissed while they are the same words, and come back with one step',
      inWorkbench(async ({ actions: { termLists, undo, variants }, project }) => {
        const [tables] = await variants.list(project);
        const dismissed = await variants.dismiss(project, [tables?.id ?? '']);
        expect(wordsIn(await variants.list(project))).toEqual([['harbour', 'harbor']]);
        expect((await variants.dismiss(project, [tables?.id ?? ''])).change).toBeUndefined();
        await termLists.add(project, 'required', [{ pattern: 'ti de table' }]);
        expect((await variants.list(project)).map(({ terms }) => terms.length)).toEqual([3, 2]);
        await termLists.remove(project, 'required', ['ti de table']);
        await undo.apply(dismissed.undo?.token ?? '');
        expect(await variants.list(project)).toHaveLength(2);
        expect(await outcomeOf(variants.dismiss(project, ['gone']))).toBe('storage/not-found');
      }),
    );
  });
}

function wordsIn(groups: readonly VariantGroup[]): string[][] {
  return groups.map(({ terms }) => terms.map(({ term }) => term));
}

function idsIn(group: VariantGroup | undefined): readonly [ConceptId, ConceptId] {
  const [first, second] = group?.terms ?? [];
  if (first === undefined || second === undefined) throw new Error('There are not two of them.');
  return [first.id, second.id];
}
