import { describe, expect, it } from 'vitest';
import { type Concept, conceptId, type Designation } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { buildConcept, buildDesignation } from '../../builders.ts';
import { type ActionsFixture, outcomeOf } from './fixture.ts';
import { beacon, corpus, glossary, inGlossary, lamp, tower } from './lighthouse-glossary.ts';

function other(text: string): Designation {
  return buildDesignation(text, { status: 'admitted', form: 'synonym' });
}

export function entryEditRules(database: string, fixture: ActionsFixture): void {
  describe(`entries in ${database}, edited,`, () => {
    it(
      'that two people change at once are changed by one; the other gets what it is now',
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
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
      inGlossary(fixture, async ({ actions: { entries, undo }, project, storage }) => {
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
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
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
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
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
      inGlossary(fixture, async ({ actions: { entries }, project, storage }) => {
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
      'are added by hand, stay through builds, and become one with what a build finds',
      inGlossary(fixture, async ({ actions: { entries, undo }, project, storage }) => {
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
      inGlossary(fixture, async ({ actions: { entries, undo }, project, storage }) => {
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
      inGlossary(fixture, async ({ actions: { entries }, project, storage }) => {
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
