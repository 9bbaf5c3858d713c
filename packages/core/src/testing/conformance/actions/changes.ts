import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProjectId, runId } from '../../../domain/index.ts';
import { TRASH_MS } from '../../../actions/action-tools.ts';
import { type ChangeActions, changeActions } from '../../../actions/change-actions.ts';
import { buildConcept, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

export function changeRules(database: string, fixture: ActionsFixture): void {
  describe(`changes in ${database}`, () => {
    it(
      'are numbered without gaps and tell what was touched, whoever made them',
      inProject(
        fixture,
        async ({ actions: { changes, documents, entries, projects, termLists }, project, storage }) => {
          await projects.update(project, { subject: 'Light' });
          const { value } = await documents.upload(project, [{ name: 'a.md', content: 'lamp' }]);
          const lamp = buildConcept('lamp');
          await storage.glossary.replace(project, buildGlossary({ concepts: [lamp] }));
          await entries.lock(project, lamp.id);
          await termLists.add(project, 'excluded', [{ pattern: 'x' }]);
          await outcomeOf(entries.trash(project, [lamp.id]));
          const recent = (await changes.recent(project)).toReversed();
          expect(recent.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
          expect(recent.map(({ kind, author, touched }) => [kind, author, touched])).toEqual([
            ['project-created', 'person', [{ noun: 'project', ids: [project] }]],
            ['project-updated', 'person', [{ noun: 'project', ids: [project] }]],
            ['documents-uploaded', 'person', [{ noun: 'document', ids: value.added }]],
            ['glossary-built', 'run', [{ noun: 'entry' }, { noun: 'issue' }, { noun: 'term' }]],
            ['entry-locked', 'person', [{ noun: 'entry', ids: [lamp.id] }]],
            ['term-list-edited', 'person', [{ noun: 'term-list', ids: ['excluded'] }]],
          ]);
          expect((await projects.get(project)).lastChange).toBe(6);
        },
      ),
    );

    it(
      'are followed once and in order by everybody, wherever they begin, while they happen',
      inProject(fixture, async ({ actions, storage }) => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 6 }),
            fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }),
            async (writes, starts) => {
              const { id: project } = await actions.projects.create({ name: `Followed ${(count += 1)}` });
              const end = writes + 1;
              const following = starts.map((after) => followUntil(actions.changes, { project, after, end }));
              for (let write = 0; write < writes; write += 1) {
                await actions.projects.update(project, { subject: `subject ${write}` });
              }
              for (const [index, followed] of (await Promise.all(following)).entries()) {
                const first = (starts[index] ?? 0) + 1;
                expect(followed).toEqual(Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => first + at));
              }
            },
          ),
          { numRuns: 15 },
        );
        expect(await storage.projects.list()).toHaveLength(count + 1);
      }),
    );

    it(
      'that another process made are seen within a second',
      inProject(fixture, async ({ actions: { changes }, project, storage, clock }) => {
        // A commit that tells nobody here, as one elsewhere does.
        const silent = { ...storage, onChange: () => ({ [Symbol.dispose]: () => undefined }) };
        const changesElsewhere = changeActions({ storage: silent, clock, ids: () => '' });
        const followed = followUntil(changesElsewhere, { project, after: 1, end: 2 });
        await storage.change(project, { kind: 'project-updated' }, ({ projects }) =>
          projects.update(project, { subject: 'Light' }),
        );
        await clock.passUntil(followed);
        expect(await followed).toEqual([2]);
        expect(await changes.recent(project)).toHaveLength(2);
      }),
    );

    it(
      'are followed with the run that the project has, from its start to its end',
      inProject(fixture, async ({ actions: { changes }, project, storage, clock }) => {
        const stop = new AbortController();
        const pages = changes.follow(project, { after: 1, signal: stop.signal });
        const begun = pages.next();
        const id = runId('run-1');
        await storage.runs.create({ id, projectId: project, scope: 'full', input: '{}', key: 'once' });
        expect((await begun).value).toEqual({ changes: [], lastSeq: 1, activeRun: id });
        const over = pages.next();
        await storage.runs.cancel(id);
        await clock.passUntil(over);
        expect((await over).value).toEqual({ changes: [], lastSeq: 1, activeRun: null });
        await pages.return();
      }),
    );

    it(
      'are no longer followed when the project is gone or the signal says so, and nothing stays behind',
      inProject(fixture, async ({ actions: { changes, projects }, project, clock }) => {
        const stop = new AbortController();
        const stopped = follower(changes, project, stop.signal);
        const orphaned = outcomeOf(follower(changes, project, new AbortController().signal));
        stop.abort(new Error('enough'));
        await expect(stopped).rejects.toThrow('enough');
        await projects.trash(project);
        await projects.purge(project);
        await clock.advance(1000);
        expect(await orphaned).toBe('storage/not-found');
        expect(clock.waiting).toBe(0);
      }),
    );
  });

  describe(`the trash in ${database}`, () => {
    it(
      'gives back documents and entries, and empties itself after thirty days',
      inProject(fixture, async ({ actions: { trash, documents, entries, projects }, project, storage, clock }) => {
        const lamp = buildConcept('lamp');
        await storage.glossary.replace(project, buildGlossary({ concepts: [lamp] }));
        const { value } = await documents.upload(project, [{ name: 'a.md', content: 'lamp' }]);
        await documents.trash(project, value.added);
        await entries.trash(project, [lamp.id]);
        const listed = await trash.list(project);
        expect(listed.map(({ kind, name }) => [kind, name])).toEqual([
          ['document', 'a.md'],
          ['entry', 'lamp'],
        ]);
        await trash.restore(project, { documents: value.added, entries: [lamp.id] });
        expect(await trash.list(project)).toEqual([]);
        expect((await documents.list(project)).length + (await entries.list(project)).total).toBe(2);
        expect(await outcomeOf(trash.restore(project, { entries: [lamp.id] }))).toBe('storage/not-found');

        await documents.trash(project, value.added);
        const { id } = await projects.create({ name: 'Quay' });
        await projects.trash(id);
        expect(await trash.sweep()).toMatchObject({ projects: 0, documents: 0, changes: 0 });
        clock.setWall(clock.now() + TRASH_MS + 1);
        expect(await trash.sweep()).toMatchObject({ projects: 1, documents: 1 });
        expect(await trash.list(project)).toEqual([]);
        expect(await projects.trashed()).toEqual([]);
        const again = await documents.upload(project, [{ name: 'a.md', content: 'lamp' }]);
        expect((await documents.get(project, again.value.added[0] ?? value.added[0]!)).text).toBe('lamp');
      }),
    );
  });
}

async function followUntil(
  feed: ChangeActions,
  { project, after, end }: { readonly project: ProjectId; readonly after: number; readonly end: number },
): Promise<number[]> {
  const seen: number[] = [];
  if (after >= end) return seen;
  for await (const { changes, lastSeq } of feed.follow(project, { after, signal: new AbortController().signal })) {
    seen.push(...changes.map(({ seq }) => seq));
    expect(seen.at(-1)).toBe(lastSeq);
    if (lastSeq >= end) break;
  }
  return seen;
}

/** Follows from now on until something ends it. */
async function follower(feed: ChangeActions, project: ProjectId, signal: AbortSignal): Promise<void> {
  for await (const _ of feed.follow(project, { signal }));
}
