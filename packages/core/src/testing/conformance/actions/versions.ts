import { describe, expect, it } from 'vitest';
import type { Glossary, OpenChanges } from '../../../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

const corpus = buildCorpus({ 'a.md': 'A lamp is a bright light. 灯台は光を放つ塔である。灯台は火を放つ塔である。' });
const define = (quote: string) => ({ definition: buildDefinition([corpus.evidence('a.md', quote)]) });
const lamp = buildConcept('lamp', define('A lamp is a bright light.'));
const tower = buildConcept('灯台', { language: 'ja', ...define('灯台は光を放つ塔である。') });
const reef = buildConcept('reef');
const glossary: Glossary = buildGlossary({ documents: corpus.documents, concepts: [lamp, reef, tower] });

export function versionRules(database: string, fixture: ActionsFixture): void {
  describe(`versions in ${database}`, () => {
    it(
      'are what the glossary was when they were published, whatever becomes of it',
      inProject(fixture, async ({ actions: { versions, entries }, project, storage, clock }) => {
        expect(await outcomeOf(versions.publish(project))).toBe('glossary/none');
        await storage.glossary.replace(project, glossary);
        const first = await versions.publish(project, { name: ' Spring ', note: 'First light' });
        expect(first).toEqual({
          number: 1,
          name: 'Spring',
          note: 'First light',
          publishedAt: clock.now(),
          sha256: first.sha256,
          entries: 3,
        });
        const again = await versions.publish(project);
        expect([again.number, again.name, again.sha256]).toEqual([2, 'Version 2', first.sha256]);
        await entries.trash(project, [reef.id]);
        const third = await versions.publish(project);
        expect(third.sha256).not.toBe(first.sha256);
        expect((await versions.get(project, 1)).glossary).toEqual(glossary);
        expect((await versions.list(project)).map(({ number, entries: count }) => [number, count])).toEqual([
          [3, 2],
          [2, 3],
          [1, 3],
        ]);
        expect(await outcomeOf(versions.get(project, 9))).toBe('storage/not-found');
        expect(await outcomeOf(versions.publish(project, { name: 'x'.repeat(201) }))).toBe('version/invalid');
      }),
    );

    it(
      'differ by what was added, removed and changed, word by word',
      inProject(fixture, async ({ actions: { versions, entries }, project, storage }) => {
        await storage.glossary.replace(project, glossary);
        await versions.publish(project);
        expect(await versions.diff(project, { from: 1 })).toEqual({
          added: [],
          removed: [],
          changed: [],
          unchanged: 3,
        });
        const { version, designations } = await entries.get(project, lamp.id);
        await entries.update(project, lamp.id, {
          ifVersion: version,
          designations: [...designations, buildDesignation('lantern', { status: 'forbidden', form: 'synonym' })],
          definition: { statements: [{ text: 'A lamp is a small light.' }] },
        });
        await storage.glossary.replace(project, {
          ...glossary,
          concepts: [buildConcept('buoy'), lamp, { ...tower, ...define('灯台は火を放つ塔である。') }],
        });
        const diff = await versions.diff(project, { from: 1, to: 'current' });
        expect(diff).toMatchObject({
          added: [{ term: 'buoy' }],
          removed: [{ id: reef.id, term: 'reef' }],
          unchanged: 0,
          changed: [{ id: lamp.id, namesAdded: ['lantern (forbidden)'], namesRemoved: [] }, { id: tower.id }],
        });
        const parts = diff.changed.map(({ definition = [] }) =>
          definition.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
        );
        expect(parts).toEqual([
          ['removed bright', 'added small'],
          ['removed 光', 'added 火'],
        ]);
        await versions.publish(project);
        expect(await versions.diff(project, { from: 1, to: 2 })).toEqual(diff);
        const back = await versions.diff(project, { from: 2, to: 1 });
        expect([back.added.length, back.removed.length, back.changed.length]).toEqual([1, 1, 2]);
      }),
    );

    it(
      'take their changes back, one by one and all at once, and that is taken back in one step',
      inProject(fixture, async ({ actions: { versions, entries, undo }, project, storage }) => {
        await storage.glossary.replace(project, glossary);
        await versions.publish(project);
        const open = () => versions.openChanges(project, 1);
        const { version, designations } = await entries.get(project, lamp.id);
        await entries.update(project, lamp.id, {
          ifVersion: version,
          designations: [...designations, buildDesignation('lantern', { status: 'forbidden', form: 'synonym' })],
          definition: { statements: [{ text: 'A lamp is a small light.' }] },
        });
        await entries.decideRelation(project, lamp.id, { kind: 'see-also', target: tower.id, state: 'accepted' });
        await storage.glossary.replace(project, {
          ...glossary,
          concepts: [buildConcept('buoy'), lamp, { ...tower, ...define('灯台は火を放つ塔である。') }],
        });
        expect(counted(await open())).toEqual({ added: 1, removed: 1, changed: 2, accepted: 0 });
        const one = await versions.decideChanges(project, { version: 1, ids: [lamp.id], decision: 'rejected' });
        expect(one.value).toEqual([lamp.id]);
        expect(counted(await open())).toEqual({ added: 1, removed: 1, changed: 1, accepted: 0 });
        expect(await entries.get(project, lamp.id)).toMatchObject({
          names: [],
          relations: [],
          definition: 'A lamp is a bright light.',
          definitionState: 'edited',
        });
        const all = await versions.decideChanges(project, { version: 1, decision: 'rejected' });
        expect(all.value).toHaveLength(3);
        expect(counted(await open())).toEqual({ added: 0, removed: 0, changed: 0, accepted: 0 });
        expect((await storage.glossary.read(project))?.concepts.map(({ id }) => id)).toEqual([
          lamp.id,
          reef.id,
          tower.id,
        ]);
        expect((await versions.decideChanges(project, { version: 1, decision: 'rejected' })).change).toBeUndefined();
        await undo.apply(all.undo?.token ?? '');
        expect(counted(await open())).toEqual({ added: 1, removed: 1, changed: 1, accepted: 0 });
      }),
    );

    it(
      'tell of another category, and put entries back where they were, also where that category is gone',
      inProject(fixture, async ({ actions: { versions, terms, categories, undo }, project, storage }) => {
        await storage.glossary.replace(project, glossary);
        const { value: light } = await categories.create(project, { name: 'Light' });
        const { value: sea } = await categories.create(project, { name: 'Sea' });
        await terms.categorise(project, { ids: [lamp.id, tower.id] }, light.id);
        await versions.publish(project);
        await terms.categorise(project, { ids: [lamp.id] }, sea.id);
        await terms.categorise(project, { ids: [reef.id] }, sea.id);
        await terms.categorise(project, { ids: [tower.id] }, null);
        await categories.remove(project, light.id, { replacement: null });
        const { changed } = await versions.openChanges(project, 1);
        expect(changed.map(({ term, category }) => [term, category])).toEqual([
          ['lamp', { before: 'Light', after: 'Sea' }],
          ['reef', { before: null, after: 'Sea' }],
          ['灯台', { before: 'Light', after: null }],
        ]);
        const done = await versions.decideChanges(project, { version: 1, decision: 'rejected' });
        const filed = async () => (await storage.glossary.read(project))?.concepts.map(({ category }) => category);
        expect(await filed()).toEqual(['Light', undefined, 'Light']);
        expect((await versions.openChanges(project, 1)).changed).toEqual([]);
        await undo.apply(done.undo?.token ?? '');
        expect(await filed()).toEqual(['Sea', 'Sea', undefined]);
      }),
    );

    it(
      'leave out the changes that were accepted, until the entry changes once more',
      inProject(fixture, async ({ actions: { versions, entries, undo }, project, storage }) => {
        await storage.glossary.replace(project, glossary);
        await versions.publish(project);
        const write = async (text: string) => {
          const { version: ifVersion } = await entries.get(project, lamp.id);
          await entries.update(project, lamp.id, { ifVersion, definition: { statements: [{ text }] } });
        };
        const left = async () => counted(await versions.openChanges(project, 1));
        await write('A lamp is a small light.');
        await entries.trash(project, [reef.id]);
        const accepted = await versions.decideChanges(project, { version: 1, decision: 'accepted' });
        expect(accepted.value.toSorted()).toEqual([lamp.id, reef.id].toSorted());
        expect(await left()).toEqual({ added: 0, removed: 0, changed: 0, accepted: 2 });
        // A version of its own has changes of its own.
        await versions.publish(project);
        await write('A lamp is a light.');
        expect(await left()).toEqual({ added: 0, removed: 0, changed: 1, accepted: 1 });
        await undo.apply(accepted.undo?.token ?? '');
        expect(await left()).toEqual({ added: 0, removed: 1, changed: 1, accepted: 0 });
        expect(counted(await versions.openChanges(project, 2))).toMatchObject({ changed: 1, removed: 0 });
        await entries.lock(project, lamp.id);
        const locked = versions.decideChanges(project, { version: 1, ids: [lamp.id], decision: 'rejected' });
        expect(await outcomeOf(locked)).toBe('entry/locked');
        expect(await outcomeOf(versions.openChanges(project, 9))).toBe('storage/not-found');
      }),
    );
  });
}

function counted({ added, removed, changed, accepted }: OpenChanges) {
  return { added: added.length, removed: removed.length, changed: changed.length, accepted };
}
