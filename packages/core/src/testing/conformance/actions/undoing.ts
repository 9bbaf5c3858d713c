import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectId } from '../../../domain/index.ts';
import { UNDO_MS } from '../../../actions/action-tools.ts';
import type { Storage } from '../../../storage/storage.ts';
import { anyBuild, anyEntryDoing, type Doing, sources } from './any-doing.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

export function undoRules(database: string, fixture: ActionsFixture): void {
  describe(`undo in ${database}`, () => {
    it(
      'brings everything back as it was before, and undoing that brings it forth again',
      inProject(fixture, async ({ actions, storage }) => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(anyBuild, fc.array(anyDoing, { minLength: 1, maxLength: 6 }), async (build, doings) => {
            const { id: project } = await actions.projects.create({ name: `Undoing ${(count += 1)}` });
            await actions.documents.upload(project, sources);
            await storage.glossary.replace(project, build);
            const states = [await stateOf(storage, project)];
            const tokens: string[] = [];
            for (const doing of doings) {
              const { undo } = await doing(actions, project);
              if (undo === undefined) continue;
              tokens.push(undo.token);
              states.push(await stateOf(storage, project));
            }
            const again: string[] = [];
            for (const [index, token] of tokens.entries().toArray().toReversed()) {
              again.push((await actions.undo.apply(token)).undo?.token ?? '');
              expect(await stateOf(storage, project)).toEqual(states[index]);
            }
            for (const [index, token] of again.toReversed().entries()) {
              await actions.undo.apply(token);
              expect(await stateOf(storage, project)).toEqual(states[index + 1]);
            }
          }),
          { numRuns: 30 },
        );
      }),
    );

    it(
      'works once, and not after its time',
      inProject(fixture, async ({ actions: { projects, undo }, clock, project }) => {
        const archived = await projects.archive(project);
        const token = archived.undo?.token ?? '';
        const tries = await Promise.all([outcomeOf(undo.apply(token)), outcomeOf(undo.apply(token))]);
        expect(tries.toSorted()).toEqual(['done', 'undo/expired']);
        const later = await projects.archive(project);
        clock.setWall(clock.now() + UNDO_MS);
        expect(await outcomeOf(undo.apply(later.undo?.token ?? ''))).toBe('undo/expired');
        expect(await outcomeOf(undo.apply('no such token'))).toBe('undo/expired');
      }),
    );

    it(
      'is refused where somebody changed the same thing since, and loses nothing',
      inProject(fixture, async ({ actions: { documents, projects, undo }, project }) => {
        const { value } = await documents.upload(project, [{ name: 'a.md', content: 'one' }]);
        const [id] = value.added;
        if (id === undefined) throw new Error('Nothing was added.');
        const first = await documents.replace(project, id, 'two');
        await documents.replace(project, id, 'three');
        await projects.update(project, { subject: 'Light' });
        expect(await outcomeOf(undo.apply(first.undo?.token ?? ''))).toBe('undo/conflict');
        expect((await documents.get(project, id)).text).toBe('three');
      }),
    );

    it(
      'lists what can be taken back, latest first',
      inProject(fixture, async ({ actions: { projects, undo }, project }) => {
        await projects.archive(project);
        const { undo: token } = await projects.unarchive(project);
        await undo.apply(token?.token ?? '');
        expect((await undo.list(project)).map(({ kind }) => kind)).toEqual(['change-undone', 'project-archived']);
      }),
    );

    it(
      'brings a project back out of the trash',
      inProject(fixture, async ({ actions: { projects, undo }, project }) => {
        const { undo: token } = await projects.trash(project);
        await undo.apply(token?.token ?? '');
        expect((await projects.list()).map(({ name }) => name)).toEqual(['Lighthouses']);
      }),
    );
  });
}

const anyName = fc.constantFrom('a.md', 'b.md', 'c/d.txt');

const anyDoing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 8, arbitrary: anyEntryDoing },
  fc.array(fc.record({ name: anyName, content: fc.constantFrom('lamp', 'buoy', 'tower') }), { maxLength: 3 }).map(
    (items): Doing =>
      ({ documents }, project) =>
        documents.upload(project, items),
  ),
  fc.nat(2).map(
    (index): Doing =>
      async ({ documents }, project) => {
        const id = (await documents.list(project))[index]?.id;
        return id === undefined ? { value: undefined } : documents.trash(project, [id]);
      },
  ),
  fc.constantFrom('lamp', 'buoy', 'reef').map(
    (text): Doing =>
      async ({ documents }, project) => {
        const id = (await documents.list(project))[0]?.id;
        return id === undefined ? { value: undefined } : documents.replace(project, id, text);
      },
  ),
  fc.constantFrom('Light', null).map(
    (subject): Doing =>
      ({ projects }, project) =>
        projects.update(project, { subject }),
  ),
  fc.boolean().map(
    (isArchived): Doing =>
      ({ projects }, project) =>
        isArchived ? projects.archive(project) : projects.unarchive(project),
  ),
);

async function stateOf(storage: Storage, project: ProjectId): Promise<unknown> {
  return {
    project: await storage.projects.read(project),
    documents: await storage.documents.readAll(project),
    trashed: await storage.documents.trashed(project),
    glossary: await storage.glossary.read(project),
    edits: await storage.concepts.edits(project),
    termLists: await storage.termLists.read(project),
    categories: await storage.categories.list(project),
    categorised: await storage.categories.assigned(project),
  };
}
