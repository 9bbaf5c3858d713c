import { describe, expect, it } from 'vitest';
import type { EntryDetail } from '../../../domain/index.ts';
import { buildDesignation } from '../../builders.ts';
import { type ActionsFixture, outcomeOf } from './fixture.ts';
import { beacon, glossary, inGlossary, lamp, tower } from './lighthouse-glossary.ts';

/** The three entries of the glossary, merged into the tower. */
function expectAllMerged(entry: EntryDetail): void {
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
}

export function entryMergeRules(database: string, fixture: ActionsFixture): void {
  describe(`entries in ${database}, merged,`, () => {
    it(
      'are merged with their names and places, through every build, and come apart again',
      inGlossary(fixture, async ({ actions: { entries, undo }, project, storage }) => {
        const before = await storage.glossary.read(project);
        const merged = await entries.merge(project, { into: tower.id, from: [beacon.id, lamp.id] });
        expectAllMerged(merged.value);
        expect((await entries.list(project)).items.map(({ id }) => id)).toEqual([tower.id]);
        expect((await entries.list(project)).items[0]?.occurrences).toBe(merged.value.occurrences);
        await storage.glossary.replace(project, glossary);
        expectAllMerged(await entries.get(project, tower.id));
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
      inGlossary(fixture, async ({ actions: { entries }, project }) => {
        await entries.merge(project, { into: lamp.id, from: [beacon.id] });
        const { value } = await entries.merge(project, { into: tower.id, from: [lamp.id] });
        expect(value.names).toEqual(['lamp', 'beacon']);
        expect(value.occurrences).toBe(tower.occurrences.length + beacon.occurrences.length + lamp.occurrences.length);
      }),
    );

    it(
      'lose a name that becomes an entry of its own',
      inGlossary(fixture, async ({ actions: { entries }, project, storage }) => {
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
  });
}
