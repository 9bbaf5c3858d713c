import { describe, expect, it } from 'vitest';
import { conceptId } from '../../../domain/index.ts';
import { buildCandidate, buildCorpus, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject, outcomeOf } from './fixture.ts';

const texts = { 'a.md': 'The fog bell rings. A fog bell is loud. The lamp burns.\n', 'b.md': 'A lamp room.\n' };

const candidates = [
  buildCandidate('fog bell', { score: 9, frequency: 2, forms: ['fog bell', 'fog bells'] }),
  buildCandidate('lamp', { score: 5, frequency: 3, documentFrequency: 2 }),
  buildCandidate('lamp room', { score: 4 }),
  buildCandidate('morning', { score: 1 }),
];

export function termRules(database: string, fixture: ActionsFixture): void {
  const inWorkbench = (work: (test: ActionsUnderTest) => Promise<void>) =>
    inProject(fixture, async (test) => {
      const { storage, project } = test;
      await test.actions.documents.upload(
        project,
        Object.entries(texts).map(([name, content]) => ({ name, content })),
      );
      await storage.glossary.replace(project, buildGlossary({ documents: buildCorpus(texts).documents }));
      const kept = candidates.slice(0, 2);
      await storage.terms.replace(project, candidates, { kept: kept.map(({ language, key }) => ({ language, key })) });
      await work(test);
    });

  describe(`terms in ${database}`, () => {
    it(
      'are listed by every filter and order, best first',
      inWorkbench(async ({ actions: { terms }, project }) => {
        const list = async (query: Parameters<typeof terms.list>[1] = {}) =>
          (await terms.list(project, query)).items.map(({ term }) => term);
        expect(await list()).toEqual(['fog bell', 'lamp', 'lamp room', 'morning']);
        expect(await list({ decision: 'kept' })).toEqual(['fog bell', 'lamp']);
        expect(await list({ isMultiWord: true, isReversed: true })).toEqual(['lamp room', 'fog bell']);
        expect(await list({ text: 'BELLS' })).toEqual(['fog bell']);
        expect(await list({ minFrequency: 2, sort: 'frequency' })).toEqual(['lamp', 'fog bell']);
        expect(await list({ minDocuments: 2 })).toEqual(['lamp']);
        const page = await terms.list(project, { limit: 3, sort: 'term' });
        expect([page.items.length, page.total]).toEqual([3, 4]);
        const rest = await terms.list(project, { limit: 3, sort: 'term', cursor: page.cursor ?? '' });
        expect(rest.items.map(({ term }) => term)).toEqual(['morning']);
        const around = async (term: string) => {
          const id = (await terms.list(project, { text: term })).items[0]?.id ?? '';
          const found = await terms.list(project, { around: id, limit: 2, sort: 'decision' });
          return [found.offset, found.total, ...found.items.map((one) => one.term)];
        };
        expect(await around('morning')).toEqual([2, 4, 'lamp room', 'morning']);
        expect(await around('fog bell')).toEqual([0, 4, 'fog bell', 'lamp']);
        const window = await terms.list(project, { offset: 1, limit: 2 });
        expect([window.offset, ...window.items.map(({ term }) => term)]).toEqual([1, 'lamp', 'lamp room']);
        expect((await terms.list(project, { offset: 9 })).items).toEqual([]);
        const [first] = (await terms.list(project)).items;
        expect(first).toEqual({
          ...candidates[0],
          id: first?.id,
          rank: 1,
          decision: 'kept',
          isKept: true,
          isAdded: false,
        });
      }),
    );

    it(
      'are read as a person corrected it in their entry',
      inWorkbench(async ({ actions: { entries, terms }, project }) => {
        const { value: lamp } = await entries.add(project, { term: 'lamp' });
        const designations = lamp.designations.map((one) => ({ ...one, reading: 'らんぷ' }));
        await entries.update(project, lamp.id, { ifVersion: lamp.version, designations });
        const [listed] = (await terms.list(project, { text: 'lamp' })).items;
        expect(listed).toMatchObject({ term: 'lamp', reading: 'らんぷ' });
        expect((await terms.list(project, { text: 'らんぷ' })).items.map(({ term }) => term)).toEqual(['lamp']);
      }),
    );

    it(
      'are shown where they stand before there is an entry',
      inWorkbench(async ({ actions: { terms }, project }) => {
        const [bell, lamp] = (await terms.list(project)).items;
        const contexts = await terms.contexts(project, bell?.id ?? conceptId(''));
        expect(contexts.map(({ before, match, line }) => [before, match, line])).toEqual([
          ['The ', 'fog bell', 1],
          ['The fog bell rings. A ', 'fog bell', 1],
        ]);
        expect(await terms.contexts(project, lamp?.id ?? conceptId(''), { limit: 1 })).toHaveLength(1);
        expect(await outcomeOf(terms.contexts(project, conceptId('gone')))).toBe('storage/not-found');
      }),
    );

    it(
      'are required, excluded and left to the tool, one or all that match, in one change that is taken back',
      inWorkbench(async ({ actions: { terms, termLists, undo }, project }) => {
        const [bell, , , morning] = (await terms.list(project)).items;
        if (bell === undefined || morning === undefined) throw new Error('No terms.');
        const decisions = async () => (await terms.list(project)).items.map(({ decision }) => decision);
        await terms.decide(project, { ids: [morning.id] }, 'required');
        await terms.decide(project, { ids: [bell.id] }, 'excluded');
        expect(await decisions()).toEqual(['excluded', 'kept', 'cut', 'required']);
        expect(await terms.counts(project)).toEqual({ kept: 1, cut: 1, required: 1, excluded: 1 });
        const all = await terms.decide(project, { filter: { text: 'lamp' } }, 'excluded');
        expect([all.value.length, await decisions()]).toEqual([2, ['excluded', 'excluded', 'excluded', 'required']]);
        expect((await terms.decide(project, { filter: { text: 'lamp' } }, 'excluded')).change).toBeUndefined();
        await undo.apply(all.undo?.token ?? '');
        expect(await decisions()).toEqual(['excluded', 'kept', 'cut', 'required']);
        await terms.decide(project, { ids: [bell.id] }, 'required');
        expect(await termLists.get(project)).toEqual({
          required: [{ pattern: 'morning' }, { pattern: 'fog bell' }],
          excluded: [],
        });
        await terms.decide(project, { ids: [bell.id, morning.id] }, 'open');
        expect(await decisions()).toEqual(['kept', 'kept', 'cut', 'cut']);
        expect(await outcomeOf(terms.decide(project, { ids: [conceptId('gone')] }, 'open'))).toBe('storage/not-found');
      }),
    );

    it(
      'are all decided but some',
      inWorkbench(async ({ actions: { terms }, project }) => {
        const [bell] = (await terms.list(project)).items;
        if (bell === undefined) throw new Error('No terms.');
        await terms.decide(project, { filter: {}, except: [bell.id] }, 'excluded');
        expect(await terms.counts(project)).toEqual({ kept: 1, cut: 0, required: 0, excluded: 3 });
      }),
    );

    it(
      'become one entry, in one change that is taken back, whether or not they are entries yet',
      inWorkbench(async ({ actions: { entries, terms, undo }, project }) => {
        const [bell, lamp, room] = (await terms.list(project)).items;
        if (bell === undefined || lamp === undefined || room === undefined) throw new Error('No terms.');
        const made = await terms.merge(project, { into: lamp.id, from: [room.id] });
        expect(made.value.designations.map(({ text, status }) => [text, status])).toEqual([
          ['lamp', 'preferred'],
          ['lamp room', 'admitted'],
        ]);
        // Once in the first text, and in the second as a part of the longer name.
        expect(made.value.occurrences).toBe(2);
        expect((await terms.get(project, room.id)).entry).toEqual({ id: lamp.id, term: 'lamp' });
        const more = await terms.merge(project, { into: bell.id, from: [lamp.id] });
        expect(more.value.names).toEqual(['lamp', 'lamp room']);
        expect((await entries.list(project)).items.map(({ term }) => term)).toEqual(['fog bell']);
        await undo.apply(more.undo?.token ?? '');
        expect((await entries.list(project)).items.map(({ term }) => term)).toEqual(['lamp']);
        expect(await outcomeOf(terms.merge(project, { into: lamp.id, from: [lamp.id] }))).toBe('entry/invalid');
        expect(await outcomeOf(terms.merge(project, { into: lamp.id, from: [] }))).toBe('entry/invalid');
        expect(await outcomeOf(terms.merge(project, { into: conceptId('gone'), from: [room.id] }))).toBe(
          'storage/not-found',
        );
      }),
    );

    it(
      'that people added are first in the list, without a score, and counted where they stand',
      inWorkbench(async ({ actions: { entries, terms, termLists }, project }) => {
        await termLists.add(project, 'required', [{ pattern: 'reef' }, { pattern: 'Fog Bells' }]);
        const { items } = await terms.list(project, { decision: 'required' });
        expect(items.map(({ term, rank, frequency }) => [term, rank, frequency])).toEqual([
          ['reef', 1, 0],
          ['fog bell', 2, 2],
        ]);
        const { value: reef } = await entries.add(project, { term: 'reef' });
        expect((await terms.get(project, reef.id)).entry).toEqual({ id: reef.id, term: 'reef' });

        // A word of the texts that is no candidate: counted at once, with and without an entry.
        await termLists.add(project, 'required', [{ pattern: 'loud' }]);
        const counted = async () =>
          (await terms.list(project, {})).items.map(({ term, isAdded, frequency, documentFrequency, rank }) => {
            return [rank, term, isAdded, frequency, documentFrequency];
          });
        const before = await counted();
        expect(before.slice(0, 3)).toEqual([
          [1, 'loud', true, expect.any(Number), expect.any(Number)],
          [2, 'reef', true, 0, 0],
          [3, 'fog bell', false, 2, expect.any(Number)],
        ]);
        expect(Number(before[0]?.[3])).toBeGreaterThan(0);
        const { value: added } = await entries.add(project, { term: 'loud' });
        expect(await counted()).toEqual(before);
        expect([added.occurrences, added.documents]).toEqual(before[0]?.slice(3));
        expect((await terms.index(project)).added).toBe(2);
        const byScore = async (isReversed: boolean) =>
          (await entries.list(project, { sort: 'score', isReversed })).items.map(({ term, isScored }) => [
            term,
            isScored,
          ]);
        expect((await byScore(false)).slice(0, 2).map(([, isScored]) => isScored)).toEqual([false, false]);
        expect((await byScore(true)).at(-1)?.[1]).toBe(false);
      }),
    );
  });

  describe(`term lists in ${database}`, () => {
    it(
      'take rules once, in their order, and give them back',
      inWorkbench(async ({ actions: { termLists, undo }, project }) => {
        await termLists.add(project, 'excluded', [{ pattern: ' lamp* ', note: 'all of them' }, { pattern: 'bell' }]);
        const { value, change } = await termLists.add(project, 'excluded', [{ pattern: 'lamp*' }]);
        expect(change).toBeUndefined();
        expect(value.excluded).toEqual([{ pattern: 'lamp*', note: 'all of them' }, { pattern: 'bell' }]);
        const removed = await termLists.remove(project, 'excluded', ['lamp*', 'no such rule']);
        expect(removed.value.excluded).toEqual([{ pattern: 'bell' }]);
        await termLists.add(project, 'excluded', [{ pattern: 'reef' }]);
        await undo.apply(removed.undo?.token ?? '');
        expect((await termLists.get(project)).excluded).toEqual([
          { pattern: 'lamp*', note: 'all of them' },
          { pattern: 'bell' },
          { pattern: 'reef' },
        ]);
        const next = [{ pattern: 'x' }, { pattern: 'x' }];
        expect((await termLists.replace(project, 'excluded', next)).value.excluded).toEqual([{ pattern: 'x' }]);
        for (const pattern of ['', ' ', '*', '? *', 'a\u0000', 'x'.repeat(201)]) {
          expect(await outcomeOf(termLists.add(project, 'required', [{ pattern }]))).toBe('term-list/invalid');
        }
      }),
    );

    it(
      'tell what a rule would do before it is there',
      inWorkbench(async ({ actions: { termLists, terms }, project }) => {
        await termLists.add(project, 'required', [{ pattern: 'lamp room' }]);
        expect(await termLists.effect(project, 'excluded', { pattern: 'lamp*' })).toEqual({
          matches: 2,
          changes: 1,
          examples: ['lamp'],
        });
        await termLists.add(project, 'excluded', [{ pattern: 'lamp*' }]);
        const { items } = await terms.list(project, { decision: 'excluded' });
        expect(items.map(({ term }) => term)).toEqual(['lamp']);
      }),
    );
  });
}
