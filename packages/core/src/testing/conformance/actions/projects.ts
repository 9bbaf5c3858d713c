import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectId } from '../../../domain/index.ts';
import { anyGlossary, anyText } from '../../arbitrary-glossary.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

export function projectRules(database: string, fixture: ActionsFixture): void {
  describe(`projects in ${database}`, () => {
    it(
      'are made once under a name, whatever its case and width',
      inProject(fixture, async ({ actions: { projects }, storage }) => {
        const made = await projects.create({ name: '  Handbook ', language: 'en-GB', subject: 'Docks' });
        expect(made).toMatchObject({ name: 'Handbook', language: 'en', subject: 'Docks' });
        expect(await storage.projects.ensure('Handbook')).toEqual(made);
        expect(await outcomeOf(projects.create({ name: 'ＨＡＮＤＢＯＯＫ' }))).toBe('project/name-taken');
        for (const name of ['', ' \u3000', 'a\u0000b', 'a\u202eb', '\u200b', 'x'.repeat(201), '\ud800']) {
          expect([name, await outcomeOf(projects.create({ name }))]).toEqual([name, 'project/invalid-name']);
        }
        expect(await outcomeOf(projects.create({ name: 'Quay', language: 'no tag' }))).toBe('config/invalid');
        expect((await projects.list()).map(({ name }) => name)).toEqual(['Handbook', 'Lighthouses']);
      }),
    );

    it(
      'of one name are made by one of two who try at once',
      inProject(fixture, async ({ actions: { projects } }) => {
        const create = () => outcomeOf(projects.create({ name: 'Quay' }));
        expect((await Promise.all([create(), create()])).toSorted()).toEqual(['done', 'project/name-taken']);
        expect((await projects.list()).filter(({ name }) => name === 'Quay')).toHaveLength(1);
      }),
    );

    it(
      'take any name or refuse it with its code',
      inProject(fixture, async ({ actions: { projects } }) => {
        const refusals = new Set(['done', 'project/invalid-name', 'project/name-taken']);
        await fc.assert(
          fc.asyncProperty(anyText, async (name) => refusals.has(await outcomeOf(projects.create({ name })))),
          { numRuns: 30 },
        );
      }),
    );

    it(
      'tell what is in them and what has changed since the last build',
      inProject(fixture, async ({ actions: { projects, documents }, storage, project }) => {
        expect(await projects.get(project)).toMatchObject({ documents: 0, entries: 0, openIssues: 0, lastChange: 1 });
        const { value } = await documents.upload(project, [
          { name: 'a.md', content: 'lamp' },
          { name: 'b.md', content: 'buoy' },
        ]);
        expect(await projects.get(project)).toMatchObject({ documents: 2, changedDocuments: 2, lastChange: 2 });
        await storage.runs.create({ id: 'r1' as never, projectId: project, scope: 'full', input: '{}', key: 'k' });
        expect(await projects.get(project)).toMatchObject({ activeRun: { id: 'r1', status: 'pending' } });
        await storage.runs.cancel('r1' as never);
        await documents.trash(project, value.added.slice(0, 1));
        const [summary] = await projects.list();
        expect(summary).toMatchObject({
          documents: 1,
          changedDocuments: 1,
          lastRun: { id: 'r1', status: 'cancelled' },
        });
        expect(summary?.activeRun).toBeUndefined();
      }),
    );

    it(
      'keep their id when they are renamed, and free the old name',
      inProject(fixture, async ({ actions: { projects }, project, storage }) => {
        const { value } = await projects.update(project, { name: 'Beacons', subject: 'Light' });
        expect(value).toMatchObject({ id: project, name: 'Beacons', subject: 'Light' });
        const other = await storage.projects.ensure('Lighthouses');
        expect(other.id).not.toBe(project);
        expect(await outcomeOf(projects.update(project, { name: 'lighthouses' }))).toBe('project/name-taken');
        expect((await projects.update(project, { name: 'BEACONS', subject: null })).value).toEqual({
          id: project,
          name: 'BEACONS',
          createdAt: value.createdAt,
        });
        expect(await outcomeOf(projects.update(projectId('gone'), { name: 'Any' }))).toBe('storage/not-found');
      }),
    );

    it(
      'are set aside and taken up again',
      inProject(fixture, async ({ actions: { projects }, project }) => {
        await projects.archive(project);
        expect(await projects.list()).toEqual([]);
        expect(await projects.list({ includeArchived: true })).toHaveLength(1);
        expect((await projects.archive(project)).change).toBeUndefined();
        await projects.unarchive(project);
        expect(await projects.list()).toHaveLength(1);
      }),
    );

    it(
      'go into the trash, free their name, and come back with everything',
      inProject(fixture, async ({ actions: { projects, documents }, project, storage }) => {
        await documents.upload(project, [{ name: 'a.md', content: 'lamp' }]);
        await projects.trash(project);
        expect(await projects.list()).toEqual([]);
        expect(await outcomeOf(documents.list(project))).toBe('storage/not-found');
        expect(await outcomeOf(documents.upload(project, []))).toBe('storage/not-found');
        expect(await outcomeOf(projects.trash(project))).toBe('storage/not-found');
        expect((await projects.trashed()).map(({ id, name }) => [id, name])).toEqual([[project, 'Lighthouses']]);
        await storage.projects.ensure('Lighthouses');
        expect(await outcomeOf(projects.restore(project))).toBe('project/name-taken');
        await projects.restore(project, { name: 'Old lighthouses' });
        expect(await documents.list(project)).toHaveLength(1);
        expect(await outcomeOf(projects.purge(project))).toBe('storage/not-found');
        await projects.trash(project);
        await projects.purge(project);
        expect(await projects.trashed()).toEqual([]);
      }),
    );

    it(
      'stop their run when they are thrown away, or stay where nobody can stop it',
      inProject(fixture, async ({ actions: { projects }, project, storage }) => {
        await storage.runs.create({ id: 'r1' as never, projectId: project, scope: 'full', input: '{}', key: 'k' });
        expect(await outcomeOf(projects.trash(project))).toBe('run/already-active');
        expect(await projects.list()).toHaveLength(1);
      }),
    );

    it(
      'are cloned with everything in them but their history',
      inProject(fixture, async ({ actions: { projects, documents }, project, storage }) => {
        await documents.upload(project, [{ name: 'a.md', content: 'lamp' }]);
        const [glossary] = fc.sample(anyGlossary, { seed: 7, numRuns: 1 });
        if (glossary === undefined) throw new Error('No glossary.');
        await storage.glossary.replace(project, glossary);
        await storage.termLists.replace(project, { required: [{ pattern: 'buoy' }], excluded: [] });
        const copy = await projects.clone(project, { name: 'Copy' });
        expect(await storage.glossary.read(copy.id)).toEqual(glossary);
        expect(await storage.documents.readAll(copy.id)).toEqual(await storage.documents.readAll(project));
        expect(await storage.termLists.read(copy.id)).toEqual(await storage.termLists.read(project));
        await projects.trash(project);
        await projects.purge(project);
        expect(await storage.glossary.read(copy.id)).toEqual(glossary);
        expect(await outcomeOf(projects.clone(copy.id, { name: 'copy' }))).toBe('project/name-taken');
      }),
    );
  });
}
