import { describe, expect, it } from 'vitest';
import type { ConceptId, Designation, Glossary, NameMatching, ProjectId } from '../../../domain/index.ts';
import type { Actions } from '../../../actions/create-actions.ts';
import { json } from '../../../export/exporters/json.ts';
import { buildConcept, buildCorpus, buildDesignation } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject, outcomeOf } from './fixture.ts';

const texts = {
  'lamp.md': 'The Lamp burns: one lamp, a lamplight and a signal lamp.\n\n```\nlamp\n```\n',
  'tower.md': 'A tower has two lamps and a Lamp.\n',
  'yard.md': 'A yard has none.\n',
};
const corpus = buildCorpus(texts);
/** As a build finds them: not in code, not in a longer word, not in the name of another entry. */
const lampPlaces = ['Lamp', 'lamp', 'lamps', 'Lamp'] as const;
const lamp = buildConcept('lamp', {
  occurrences: [
    ...[4, 20].map((start) => ({ ...corpus.evidence('lamp.md', 'The'), range: { start, end: start + 4 } })),
    corpus.evidence('tower.md', 'lamps'),
    corpus.evidence('tower.md', 'Lamp'),
  ].map(({ documentId, range }) => ({ documentId, range, designation: 0 })),
});
const signal = buildConcept('signal lamp', { occurrences: corpus.occurrences('signal lamp') });
const glossary: Glossary = {
  title: 'Lamps',
  documents: corpus.documents,
  concepts: [lamp, signal],
  issues: [],
};

export function nameMatchingRules(database: string, fixture: ActionsFixture): void {
  const inLamps = (work: (test: ActionsUnderTest) => Promise<void>) =>
    inProject(fixture, async (test) => {
      const items = Object.entries(texts).map(([name, content]) => ({ name, content }));
      await test.actions.documents.upload(test.project, items);
      await test.storage.glossary.replace(test.project, glossary);
      await work(test);
    });

  describe(`names in ${database} that are looked for in a way of their own`, () => {
    it(
      'stand at once where they are to be found, in every number, and as before when that is taken back',
      inLamps(async ({ actions, project }) => {
        expect(await spoken(actions, project, lamp.id)).toEqual(lampPlaces);
        const cased = await match(actions, project, lamp.id, { isCaseSensitive: true });
        expect(await spoken(actions, project, lamp.id)).toEqual(['lamp', 'lamps']);
        expect(cased.value.designations[0]?.matching).toEqual({ isCaseSensitive: true });
        await match(actions, project, lamp.id, { isCaseSensitive: true, isUninflected: true });
        expect(await spoken(actions, project, lamp.id)).toEqual(['lamp']);
        const [listed] = (await actions.entries.list(project, { text: 'lamp' })).items;
        expect(listed).toMatchObject({ id: lamp.id, occurrences: 1, documents: 1 });
        // Also within longer words, but not within the name of another entry.
        const parts = await match(actions, project, lamp.id, { boundary: 'part' });
        expect(await spoken(actions, project, lamp.id)).toEqual(['Lamp', 'lamp', 'lamp', 'lamps', 'Lamp']);
        await match(actions, project, lamp.id, { forms: ['tower', ' tower '] });
        expect(await spoken(actions, project, lamp.id)).toEqual(['Lamp', 'lamp', 'tower', 'lamps', 'Lamp']);
        await match(actions, project, lamp.id, {});
        expect(await spoken(actions, project, lamp.id)).toEqual(lampPlaces);
        expect((await actions.entries.get(project, lamp.id)).designations[0]).not.toHaveProperty('matching');
        expect(parts.value.version).not.toBe(cased.value.version);
      }),
    );

    it(
      'are as they were after an undo, and again after a redo',
      inLamps(async ({ actions, project }) => {
        const before = await actions.entries.get(project, lamp.id);
        const { undo } = await match(actions, project, lamp.id, { isCaseSensitive: true });
        const after = await actions.entries.get(project, lamp.id);
        const back = await actions.undo.apply(undo?.token ?? '');
        expect(await actions.entries.get(project, lamp.id)).toEqual(before);
        await actions.undo.apply(back.undo?.token ?? '');
        expect(await actions.entries.get(project, lamp.id)).toEqual(after);
      }),
    );

    it(
      'are looked for as before when that is taken back after a build that found them in the new way',
      inLamps(async ({ actions, project, storage }) => {
        const { undo } = await match(actions, project, lamp.id, { isCaseSensitive: true });
        const cased = lamp.occurrences.filter((_, place) => place === 1 || place === 2);
        await storage.glossary.replace(project, { ...glossary, concepts: [{ ...lamp, occurrences: cased }, signal] });
        expect(await spoken(actions, project, lamp.id)).toEqual(['lamp', 'lamps']);
        const back = await actions.undo.apply(undo?.token ?? '');
        expect(await spoken(actions, project, lamp.id)).toEqual(lampPlaces);
        expect((await actions.entries.get(project, lamp.id)).designations[0]).not.toHaveProperty('matching');
        await actions.undo.apply(back.undo?.token ?? '');
        expect(await spoken(actions, project, lamp.id)).toEqual(['lamp', 'lamps']);
      }),
    );

    it(
      'are counted before anything is changed, as they will be after it',
      inLamps(async ({ actions, project }) => {
        const ways: readonly NameMatching[] = [
          {},
          { isCaseSensitive: true },
          { isUninflected: true },
          { boundary: 'part' },
          { boundary: 'whole' },
          { forms: ['tower'] },
        ];
        for (const matching of ways) {
          const told = await actions.entries.preview(project, { term: 'lamp', matching, entry: lamp.id });
          await match(actions, project, lamp.id, matching);
          const { occurrences, documents } = await actions.entries.get(project, lamp.id);
          expect([matching, told.occurrences, told.documents]).toEqual([matching, occurrences, documents]);
        }
      }),
    );

    it(
      'are changes of a version, and looked for as then when they are taken back',
      inLamps(async ({ actions, project }) => {
        await match(actions, project, lamp.id, { isCaseSensitive: true });
        const version = await actions.versions.publish(project);
        await match(actions, project, lamp.id, { boundary: 'part' });
        const { changed } = await actions.versions.openChanges(project, version.number);
        expect(changed).toMatchObject([{ id: lamp.id, namesMatched: ['lamp'] }]);
        await actions.versions.decideChanges(project, { version: version.number, decision: 'rejected' });
        expect(await spoken(actions, project, lamp.id)).toEqual(['lamp', 'lamps']);
      }),
    );

    it(
      'come with an import of the JSON export, and stand where the export found them',
      inLamps(async ({ actions, project, storage }) => {
        await match(actions, project, lamp.id, { isCaseSensitive: true, forms: ['tower'] });
        const current = await storage.glossary.read(project);
        const content = [...json.write(current ?? glossary, {})].join('');
        const before = await actions.entries.get(project, lamp.id);
        await match(actions, project, lamp.id, {});
        const plan = await actions.imports.plan(project, { fileName: 'lamps.json', content });
        await actions.imports.apply(project, plan.id, { conflicts: 'theirs' });
        expect(await actions.entries.get(project, lamp.id)).toEqual(before);
        const again = await actions.imports.plan(project, { fileName: 'lamps.json', content });
        expect(again.counts).toMatchObject({ same: 2, update: 0, create: 0 });
      }),
    );

    it(
      'are refused where nobody could look for them',
      inLamps(async ({ actions, project }) => {
        const way = (matching: NameMatching) => outcomeOf(match(actions, project, lamp.id, matching));
        expect(await way({ forms: ['a\u200bb'] })).toBe('entry/invalid');
        expect(await way({ forms: ['x'.repeat(201)] })).toBe('entry/invalid');
        expect(await way({ forms: Array.from({ length: 21 }, (_, at) => `form ${at}`) })).toBe('entry/invalid');
        expect(await way({ boundary: 'sideways' as 'part' })).toBe('entry/invalid');
      }),
    );
  });
}

/** Has the preferred name of an entry looked for in this way. */
async function match({ entries }: Actions, project: ProjectId, id: ConceptId, matching: NameMatching) {
  const { version, designations } = await entries.get(project, id);
  const [preferred = buildDesignation('?'), ...others] = designations;
  const named: readonly Designation[] = [{ ...preferred, matching }, ...others];
  return entries.update(project, id, { ifVersion: version, designations: named });
}

/** The words of the documents where an entry stands, checked to be the same wherever that is told. */
async function spoken({ entries, documents }: Actions, project: ProjectId, id: ConceptId): Promise<readonly string[]> {
  const words: string[] = [];
  for (const { id: document } of await documents.list(project)) {
    const { text } = await documents.get(project, document);
    for (const { entry, range } of await entries.places(project, document)) {
      if (entry === id) words.push(text.slice(range.start, range.end));
    }
  }
  expect((await entries.contexts(project, id)).items.length).toBe(words.length);
  expect((await entries.get(project, id)).occurrences).toBe(words.length);
  return words;
}
