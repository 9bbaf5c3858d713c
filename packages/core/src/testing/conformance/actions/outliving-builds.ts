import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConceptId, EntryDetail, ProjectId } from '../../../domain/index.ts';
import type { Actions } from '../../../actions/create-actions.ts';
import { anyBuild, anyEntryDoing, sources } from './any-doing.ts';
import { type ActionsFixture, inProject } from './fixture.ts';

export function outlivingRules(database: string, fixture: ActionsFixture): void {
  describe(`people's work in ${database}`, () => {
    it(
      'outlives every build',
      inProject(fixture, async ({ actions, storage }) => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(
            anyBuild,
            fc.array(anyEntryDoing, { maxLength: 6 }),
            anyBuild,
            async (before, doings, after) => {
              const { id: project } = await actions.projects.create({ name: `Outliving ${(count += 1)}` });
              await actions.documents.upload(project, sources);
              await storage.glossary.replace(project, before);
              for (const doing of doings) await doing(actions, project);
              const work = await workIn(actions, project);
              const edits = await storage.concepts.edits(project);
              const lists = await storage.termLists.read(project);
              await storage.glossary.replace(project, after);
              expect(await storage.concepts.edits(project)).toEqual(edits);
              expect(await storage.termLists.read(project)).toEqual(lists);
              const now = await workIn(actions, project);
              for (const [id, facts] of work) expect([id, now.get(id)]).toEqual([id, facts]);
              // What was thrown away or merged is seen no more, whatever the build found.
              const visible = new Set((await actions.entries.list(project)).items.map(({ id }) => id));
              for (const { conceptId, removed } of edits)
                expect(removed !== undefined && visible.has(conceptId)).toBe(false);
              const first = await storage.glossary.read(project);
              await storage.glossary.replace(project, after);
              expect(await storage.glossary.read(project)).toEqual(first);
            },
          ),
          { numRuns: 25 },
        );
      }),
    );
  });
}

/** What people wrote and decided, by entry. */
async function workIn({ entries }: Actions, project: ProjectId): Promise<Map<ConceptId, unknown>> {
  const { items } = await entries.list(project);
  const work = new Map<ConceptId, unknown>();
  for (const { id } of items) {
    const facts = factsOf(await entries.get(project, id));
    if (Object.keys(facts).length > 0) work.set(id, facts);
  }
  return work;
}

function factsOf({ isLocked, isEdited, isAdded, note, designations, current, definition }: EntryDetail) {
  const isWritten = current?.author === 'person';
  return {
    ...(note === undefined ? {} : { note }),
    ...(isAdded ? { isAdded } : {}),
    ...(isWritten ? { definition: current } : {}),
    ...(isEdited && !isWritten ? { designations } : {}),
    ...(isLocked ? { isLocked, designations, definition } : {}),
  };
}
