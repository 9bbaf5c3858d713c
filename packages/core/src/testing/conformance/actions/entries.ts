import { describe, expect, it } from 'vitest';
import { conceptId, documentId } from '../../../domain/index.ts';
import { type ActionsFixture, outcomeOf } from './fixture.ts';
import { beacon, corpus, inGlossary, issue, lamp, texts } from './lighthouse-glossary.ts';

export function entryRules(database: string, fixture: ActionsFixture): void {
  describe(`entries in ${database}`, () => {
    it(
      'that would lose passages with a document are counted before it goes',
      inGlossary(fixture, async ({ actions: { documents }, project }) => {
        const [lampFile, towerFile] = await documents.list(project);
        if (lampFile === undefined || towerFile === undefined) throw new Error('No documents.');
        expect(await documents.impact(project, [lampFile.id])).toEqual({ entries: 1, entirely: 1 });
        expect(await documents.impact(project, [lampFile.id, towerFile.id])).toEqual({ entries: 2, entirely: 2 });
        expect(await outcomeOf(documents.impact(project, [documentId('gone')]))).toBe('storage/not-found');
      }),
    );

    it(
      'say where they stand in a document, in its order',
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
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
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
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
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
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
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
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
      inGlossary(fixture, async ({ actions: { entries, documents }, project }) => {
        const before = await entries.contexts(project, lamp.id);
        const [id] = (await documents.list(project)).map((one) => one.id);
        if (id === undefined) throw new Error('No document.');
        await documents.replace(project, id, 'Another text.');
        expect(await entries.contexts(project, lamp.id)).toEqual(before);
      }),
    );
  });
}
