import { describe, expect, it } from 'vitest';
import {
  type Concept,
  conceptId,
  type Designation,
  documentId,
  type EntryDetail,
  type Glossary,
} from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildIssue } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject, outcomeOf } from './fixture.ts';

const texts = {
  'lamp.md': 'A lamp is a light on a tower.\nThe keeper cleans the lamp.\n',
  'tower.md': 'A tower carries the lamp. A beacon is a fire on a hill.\nThe tower stands; 👩‍🚀 the beacon burns.\n',
};
const corpus = buildCorpus(texts);
const lamp = buildConcept('lamp', {
  definition: buildDefinition([corpus.evidence('lamp.md', 'A lamp is a light on a tower.')]),
  occurrences: corpus.occurrences('lamp'),
  score: 3,
});
const tower = buildConcept('tower', { occurrences: corpus.occurrences('tower'), score: 5 });
const beacon = buildConcept('beacon', {
  definition: buildDefinition([corpus.evidence('tower.md', 'A beacon is a fire on a hill.')], { confidence: 0.4 }),
  occurrences: corpus.occurrences('beacon'),
  relations: [{ kind: 'broader', target: lamp.id, state: 'proposed', evidence: [] }],
  score: 1,
});
const issue = buildIssue(beacon);
const glossary: Glossary = {
  title: 'Lighthouses',
  documents: corpus.documents,
  concepts: [beacon, lamp, tower],
  issues: [issue],
};

function other(text: string): Designation {
  return buildDesignation(text, { status: 'admitted', form: 'synonym' });
}

export function entryRules(database: string, fixture: ActionsFixture): void {
  const inGlossary = (work: (test: ActionsUnderTest) => Promise<void>) =>
    inProject(fixture, async (test) => {
      const items = Object.entries(texts).map(([name, content]) => ({ name, content }));
      await test.actions.documents.upload(test.project, items);
      await test.storage.glossary.replace(test.project, glossary);
      await work(test);
    });

  describe(`entries in ${database}`, () => {
    it(
      'that would lose passages with a document are counted before it goes',
      inGlossary(async ({ actions: { documents }, project }) => {
        const [lampFile, towerFile] = await documents.list(project);
        if (lampFile === undefined || towerFile === undefined) throw new Error('No documents.');
        expect(await documents.impact(project, [lampFile.id])).toEqual({ entries: 1, entirely: 1 });
        expect(await documents.impact(project, [lampFile.id, towerFile.id])).toEqual({ entries: 2, entirely: 2 });
        expect(await outcomeOf(documents.impact(project, [documentId('gone')]))).toBe('storage/not-found');
      }),
    );

    it(
      'say where they stand in a document, in its order',
      inGlossary(async ({ actions: { entries }, project }) => {
        const text = texts['tower.md'];
        const places = await entries.places(project, corpus.evidence('tower.md', 'A tower').documentId);
        expect(places.map(({ range }) => text.slice(range.start, range.end).toLowerCase())).toEqual([
          'tower',
          'lamp',
          'beacon',
          'tower',
          'beacon',
        ]);
        expect(places[1]?.entry).toBe(lamp.id);
      }),
    );

    it(
      'are listed by every filter and order, page by page',
      inGlossary(async ({ actions: { entries }, project }) => {
        const terms = async (query: Parameters<typeof entries.list>[1]) =>
          (await entries.list(project, query)).items.map(({ term }) => term);
        expect(await terms({})).toEqual(['beacon', 'lamp', 'tower']);
        expect(await terms({ sort: 'score' })).toEqual(['tower', 'lamp', 'beacon']);
        expect(await terms({ sort: 'frequency', isReversed: true })).toEqual(['beacon', 'tower', 'lamp']);
        expect(await terms({ text: 'ＴＯＷＥＲ' })).toEqual(['lamp', 'tower']);
        expect(await terms({ letter: 'T' })).toEqual(['tower']);
        expect(await terms({ hasDefinition: false })).toEqual(['tower']);
        expect(await terms({ state: 'defined', maxConfidence: 0.5 })).toEqual(['beacon']);
        expect(await terms({ hasIssue: true })).toEqual(['beacon']);
        const first = await entries.list(project, { limit: 2 });
        expect([first.items.length, first.total]).toEqual([2, 3]);
        const cursor = first.cursor ?? '';
        const second = await entries.list(project, { limit: 2, cursor });
        expect([second.items.map(({ term }) => term), second.cursor]).toEqual([['tower'], undefined]);
        await entries.trash(project, [beacon.id]);
        expect((await entries.list(project, { limit: 2, cursor })).items.map(({ term }) => term)).toEqual(['tower']);
        expect(await outcomeOf(entries.list(project, { cursor: 'nonsense' }))).toBe('list/invalid-cursor');
      }),
    );

    it(
      'tell everything that is known about them',
      inGlossary(async ({ actions: { entries }, project }) => {
        const entry = await entries.get(project, beacon.id);
        expect(entry).toMatchObject({
          term: 'beacon',
          state: 'defined',
          occurrences: 2,
          documents: 1,
          openIssues: 1,
          current: beacon.definition,
          revisions: [beacon.definition],
          relations: [{ kind: 'broader', target: lamp.id, term: 'lamp', state: 'proposed' }],
          issues: [issue],
          spread: [{ name: 'tower.md', count: 2 }],
        });
        const [listed] = (await entries.list(project)).items;
        expect(entry).toMatchObject({ ...listed });
        expect(await outcomeOf(entries.get(project, conceptId('gone')))).toBe('storage/not-found');
      }),
    );

    it(
      'are shown where they stand, with whole characters around them',
      inGlossary(async ({ actions: { entries }, project }) => {
        const page = await entries.contexts(project, beacon.id, { width: 12 });
        expect(page.items).toMatchObject([
          { documentName: 'tower.md', line: 1, column: 29, before: ' the lamp. A '.slice(1), match: 'beacon' },
          { documentName: 'tower.md', line: 2, match: 'beacon', after: ' burns. ' },
        ]);
        expect(page.items.every(({ before }) => before.isWellFormed())).toBe(true);
        const [first] = (await entries.contexts(project, lamp.id, { limit: 1 })).items;
        expect(first?.match).toBe('lamp');
      }),
    );

    it(
      'are shown where they stood in the text of the build, whatever became of the document',
      inGlossary(async ({ actions: { entries, documents }, project }) => {
        const before = await entries.contexts(project, lamp.id);
        const [id] = (await documents.list(project)).map((one) => one.id);
        if (id === undefined) throw new Error('No document.');
        await documents.replace(project, id, 'Another text.');
        expect(await entries.contexts(project, lamp.id)).toEqual(before);
      }),
    );

    it(
      'that two people change at once are changed by one; the other gets what it is now',
      inGlossary(async ({ actions: { entries }, project }) => {
        const { version } = await entries.get(project, lamp.id);
        const edit = (text: string) =>
          entries.update(project, lamp.id, { ifVersion: version, definition: { statements: [{ text }] } });
        const results = await Promise.allSettled([edit('A light.'), edit('A big light.')]);
        const refusals = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
        expect(refusals).toHaveLength(1);
        const [refusal] = refusals;
        if (!GlossaryError.is(refusal, 'entry/conflict')) throw refusal;
        const current = await entries.get(project, lamp.id);
        expect(refusal.details.current).toEqual(current);
        expect(refusal.details.version).toBe(current.version);
        await entries.update(project, lamp.id, { ifVersion: current.version, note: 'Ask the keeper.' });
      }),
    );

    it(
      'keep their version through a build that changes nothing of them, and through undo',
      inGlossary(async ({ actions: { entries, undo }, project, storage }) => {
        const { version } = await entries.get(project, lamp.id);
        const { undo: token, value } = await entries.update(project, lamp.id, { ifVersion: version, note: 'x' });
        expect(value.version).not.toBe(version);
        await undo.apply(token?.token ?? '');
        await storage.glossary.replace(project, glossary);
        expect((await entries.get(project, lamp.id)).version).toBe(version);
      }),
    );

    it(
      'take definitions with the evidence that bears them',
      inGlossary(async ({ actions: { entries }, project }) => {
        const { version } = await entries.get(project, lamp.id);
        const evidence = [corpus.evidence('lamp.md', 'The keeper cleans the lamp.')];
        const { value } = await entries.update(project, lamp.id, {
          ifVersion: version,
          definition: {
            statements: [{ text: 'A lamp is a light on a tower.' }, { text: 'The keeper cleans the lamp.', evidence }],
            reason: 'Who cleans it',
          },
        });
        expect(value.current).toMatchObject({ author: 'person', state: 'edited', revision: 2, confidence: 0.9 });
        expect(value.current?.statements.map((one) => [one.support, one.evidence.length])).toEqual([
          ['supported', 1],
          ['supported', 1],
        ]);
        const free = await entries.update(project, lamp.id, {
          ifVersion: value.version,
          definition: { statements: [{ text: 'It was bought in 1901 for 20 pounds.' }] },
        });
        expect(free.value.current?.statements).toMatchObject([{ support: 'unsupported', evidence: [] }]);
        const wrong = [{ ...corpus.evidence('lamp.md', 'The keeper'), quote: 'The captain' }];
        for (const statements of [[], [{ text: ' ' }], [{ text: 'x', evidence: wrong }]]) {
          const definition = { statements };
          const update = entries.update(project, lamp.id, { ifVersion: free.value.version, definition });
          expect(await outcomeOf(update)).toBe('entry/invalid');
        }
        const back = await entries.restoreRevision(project, lamp.id, { ifVersion: free.value.version, revision: 1 });
        expect(back.value.current).toMatchObject({ revision: 4, statements: lamp.definition?.statements });
        const history = await entries.history(project, lamp.id);
        expect(history.map(({ kind }) => kind)).toEqual(['entry-defined', 'entry-defined', 'entry-defined']);
        expect(history.map(({ fields }) => fields)).toMatchObject([
          [{ field: 'definition', revision: 4, reason: 'Revision 1 restored.' }],
          [{ field: 'definition', revision: 3 }],
          [
            {
              field: 'definition',
              revision: 2,
              isWritten: true,
              diff: [
                { kind: 'same', text: 'A lamp is a light on a tower.' },
                { kind: 'added', text: ' The keeper cleans the lamp.' },
              ],
              reason: 'Who cleans it',
            },
          ],
        ]);
      }),
    );

    it(
      'take names that can be read, each once, and find where they stand',
      inGlossary(async ({ actions: { entries }, project }) => {
        const { version, designations } = await entries.get(project, lamp.id);
        const rename = (...names: Concept['designations']) =>
          entries.update(project, lamp.id, { ifVersion: version, designations: names });
        expect(await outcomeOf(rename())).toBe('entry/invalid');
        expect(await outcomeOf(rename(...designations, other('a\u202eb')))).toBe('entry/invalid');
        expect(await outcomeOf(rename(...designations, ...designations))).toBe('entry/invalid');
        expect(await outcomeOf(rename(buildDesignation('Towers')))).toBe('entry/name-taken');
        const { value } = await rename(...designations, other(' keeper '));
        expect(value).toMatchObject({ names: ['keeper'], occurrences: 4, isEdited: true });
        expect((await entries.list(project, { text: 'keeper' })).items[0]?.occurrences).toBe(4);
      }),
    );

    it(
      'that are locked stay as they are, whoever builds or edits',
      inGlossary(async ({ actions: { entries }, project, storage }) => {
        const { value } = await entries.lock(project, beacon.id);
        expect(value.isLocked).toBe(true);
        const seen = { ifVersion: value.version };
        expect(await outcomeOf(entries.update(project, beacon.id, { ...seen, note: 'x' }))).toBe('entry/locked');
        expect(await outcomeOf(entries.trash(project, [beacon.id]))).toBe('entry/locked');
        expect(await outcomeOf(entries.merge(project, { into: lamp.id, from: [beacon.id] }))).toBe('entry/locked');
        const { definition: _, ...undefinedBeacon } = beacon;
        const changed = { ...undefinedBeacon, designations: [buildDesignation('fire')], relations: [] };
        await storage.glossary.replace(project, { ...glossary, concepts: [lamp, changed] });
        const kept = await entries.get(project, beacon.id);
        expect(kept).toMatchObject({ term: 'beacon', current: beacon.definition, occurrences: 2 });
        expect(kept.relations).toHaveLength(1);
        const { value: free } = await entries.unlock(project, beacon.id, { ifVersion: kept.version });
        expect((await entries.history(project, beacon.id)).map(({ fields }) => fields)).toEqual([
          [{ field: 'lock', isLocked: false }],
          [{ field: 'lock', isLocked: true }],
        ]);
        expect(free).toMatchObject({ term: 'fire', state: 'unexplained' });
      }),
    );

    it(
      'are merged with their names and places, through every build, and come apart again',
      inGlossary(async ({ actions: { entries, undo }, project, storage }) => {
        const before = await storage.glossary.read(project);
        const merged = await entries.merge(project, { into: tower.id, from: [beacon.id, lamp.id] });
        const check = (entry: EntryDetail) =>
          expect(entry).toMatchObject({
            term: 'tower',
            names: ['beacon', 'lamp'],
            // One lamp stands on the tower of the same document, none overlaps.
            occurrences: tower.occurrences.length + beacon.occurrences.length + lamp.occurrences.length,
            current: beacon.definition,
            relations: [],
            openIssues: 1,
            merged: [beacon.id, lamp.id].toSorted(),
          });
        check(merged.value);
        expect((await entries.list(project)).items.map(({ id }) => id)).toEqual([tower.id]);
        expect((await entries.list(project)).items[0]?.occurrences).toBe(merged.value.occurrences);
        await storage.glossary.replace(project, glossary);
        check(await entries.get(project, tower.id));
        const exported = await storage.glossary.read(project);
        expect(exported?.concepts.map(({ id }) => id)).toEqual([tower.id]);
        expect(exported?.issues.map((one) => one.conceptId)).toEqual([tower.id]);
        const split = await entries.split(project, tower.id, { name: 'lamp' });
        expect(split.value).toMatchObject({ id: lamp.id, term: 'lamp', current: lamp.definition });
        expect((await entries.get(project, tower.id)).names).toEqual(['beacon']);
        await undo.apply(split.undo?.token ?? '');
        await undo.apply(merged.undo?.token ?? '');
        expect(await storage.glossary.read(project)).toEqual(before);
        expect(await outcomeOf(entries.merge(project, { into: lamp.id, from: [lamp.id] }))).toBe('entry/invalid');
      }),
    );

    it(
      'that were merged into one that is merged are part of the last',
      inGlossary(async ({ actions: { entries }, project }) => {
        await entries.merge(project, { into: lamp.id, from: [beacon.id] });
        const { value } = await entries.merge(project, { into: tower.id, from: [lamp.id] });
        expect(value.names).toEqual(['lamp', 'beacon']);
        expect(value.occurrences).toBe(tower.occurrences.length + beacon.occurrences.length + lamp.occurrences.length);
      }),
    );

    it(
      'lose a name that becomes an entry of its own',
      inGlossary(async ({ actions: { entries }, project, storage }) => {
        const { version, designations } = await entries.get(project, lamp.id);
        const keeper = buildDesignation('keeper', { status: 'admitted', form: 'synonym' });
        await entries.update(project, lamp.id, { ifVersion: version, designations: [...designations, keeper] });
        const { value } = await entries.split(project, lamp.id, { name: 'keeper' });
        expect(value).toMatchObject({ term: 'keeper', occurrences: 1, isAdded: true });
        expect((await entries.get(project, lamp.id)).names).toEqual([]);
        expect((await storage.termLists.read(project)).required).toEqual([{ pattern: 'keeper' }]);
        expect(await outcomeOf(entries.split(project, lamp.id, { name: 'lamp' }))).toBe('entry/invalid');
      }),
    );

    it(
      'are added by hand, stay through builds, and become one with what a build finds',
      inGlossary(async ({ actions: { entries, undo }, project, storage }) => {
        expect(await entries.preview(project, { term: 'keeper' })).toEqual({ occurrences: 1, documents: 1 });
        const added = await entries.add(project, {
          term: 'keeper',
          definition: { statements: [{ text: 'Who keeps the light.' }] },
          note: 'By hand',
        });
        expect(added.value).toMatchObject({ term: 'keeper', occurrences: 1, isAdded: true, note: 'By hand' });
        expect(await entries.preview(project, { term: 'Keepers' })).toMatchObject({ taken: added.value.id });
        expect(await outcomeOf(entries.add(project, { term: 'keepers' }))).toBe('entry/name-taken');
        expect(await outcomeOf(entries.add(project, { term: ' ' }))).toBe('entry/invalid');
        await storage.glossary.replace(project, glossary);
        expect((await entries.list(project)).items.map(({ term }) => term)).toEqual([
          'beacon',
          'keeper',
          'lamp',
          'tower',
        ]);
        const found = buildConcept('keeper', { id: added.value.id, occurrences: corpus.occurrences('keeper') });
        await storage.glossary.replace(project, { ...glossary, concepts: [found, ...glossary.concepts] });
        expect(await entries.get(project, found.id)).toMatchObject({
          occurrences: 1,
          definition: 'Who keeps the light.',
        });
        await storage.glossary.replace(project, glossary);
        await undo.apply(added.undo?.token ?? '');
        expect((await entries.list(project)).total).toBe(3);
        expect((await storage.termLists.read(project)).required).toEqual([]);
      }),
    );

    it(
      'that are thrown away stay away, and are back with what was done to them after undo',
      inGlossary(async ({ actions: { entries, undo }, project, storage }) => {
        const { version } = await entries.get(project, beacon.id);
        await entries.update(project, beacon.id, { ifVersion: version, note: 'kept' });
        const trashed = await entries.trash(project, [beacon.id]);
        await storage.glossary.replace(project, glossary);
        const after = await storage.glossary.read(project);
        expect([after?.concepts.map(({ id }) => id), after?.issues]).toEqual([[lamp.id, tower.id], []]);
        expect(await outcomeOf(entries.trash(project, [beacon.id]))).toBe('storage/not-found');
        await undo.apply(trashed.undo?.token ?? '');
        expect(await entries.get(project, beacon.id)).toMatchObject({ note: 'kept', openIssues: 1 });
        expect((await entries.history(project, beacon.id)).map(({ fields }) => fields)).toEqual([
          [{ field: 'place', is: 'there' }],
          [{ field: 'place', is: 'deleted' }],
          [{ field: 'note', after: 'kept' }],
        ]);
      }),
    );

    it(
      'keep what was decided about their relations',
      inGlossary(async ({ actions: { entries }, project, storage }) => {
        const decide = (state: 'accepted' | 'rejected' | 'open') =>
          entries.decideRelation(project, beacon.id, { kind: 'broader', target: lamp.id, state });
        const states = async () => (await entries.get(project, beacon.id)).relations.map(({ state }) => state);
        await decide('accepted');
        await storage.glossary.replace(project, { ...glossary, concepts: [{ ...beacon, relations: [] }, lamp] });
        expect(await states()).toEqual(['accepted']);
        await decide('rejected');
        await storage.glossary.replace(project, glossary);
        expect(await states()).toEqual([]);
        await decide('open');
        expect(await states()).toEqual(['proposed']);
        const own = { kind: 'part-of', target: tower.id, state: 'accepted' } as const;
        await entries.decideRelation(project, beacon.id, own);
        await storage.glossary.replace(project, glossary);
        expect((await entries.get(project, beacon.id)).relations).toMatchObject([
          { kind: 'broader', term: 'lamp' },
          { kind: 'part-of', term: 'tower', state: 'accepted', evidence: [] },
        ]);
        const relate = (target: typeof tower.id) =>
          outcomeOf(entries.decideRelation(project, beacon.id, { ...own, target }));
        expect(await relate(conceptId('gone'))).toBe('storage/not-found');
        expect(await relate(beacon.id)).toBe('entry/invalid');
      }),
    );
  });
}
