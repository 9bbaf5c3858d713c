import type { Core } from '@genglossary/core';
import type { ProjectId } from '@genglossary/core/domain';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { cursorOf, paged } from '../subscriptions/paged.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });
const subject = inputs.text.max(500);

export const projects = router({
  /**
   * A project; its name is unique, whatever its case and width.
   * @throws `project/invalid-name` · `project/name-taken`
   */
  create: procedure
    .input(z.object({ name: inputs.name, language: inputs.language.optional(), subject: subject.optional() }))
    .mutation(({ ctx, input }) => ctx.core.actions.projects.create(exact(input))),

  /** With what is in it, what has changed since the last build, and its run. @throws `storage/not-found` */
  get: procedure.input(project).query(({ ctx, input }) => ctx.core.actions.projects.get(input.projectId)),

  /** All that are not in the trash; archived ones only where they are asked for. */
  list: procedure
    .input(z.object({ includeArchived: z.boolean().default(false) }).default({ includeArchived: false }))
    .query(({ ctx, input }) => ctx.core.actions.projects.list(input)),

  /**
   * Changes what is named; `null` leaves the language to be detected, and takes the subject away.
   * @throws `storage/not-found` · `project/invalid-name` · `project/name-taken`
   */
  update: procedure
    .input(
      project.extend({
        name: inputs.name.optional(),
        language: inputs.language.nullable().optional(),
        subject: subject.nullable().optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, ...update } }) => ctx.core.actions.projects.update(projectId, exact(update))),

  /** Sets a project aside; nothing of it is lost. @throws `storage/not-found` */
  archive: procedure.input(project).mutation(({ ctx, input }) => ctx.core.actions.projects.archive(input.projectId)),

  /** Takes an archived project up again. @throws `storage/not-found` */
  unarchive: procedure
    .input(project)
    .mutation(({ ctx, input }) => ctx.core.actions.projects.unarchive(input.projectId)),

  /**
   * A new project with the same documents, lists, glossary and work of people, but no runs and no history.
   * @throws `storage/not-found` · `project/invalid-name` · `project/name-taken`
   */
  clone: procedure
    .input(project.extend({ name: inputs.name }))
    .mutation(({ ctx, input: { projectId, name } }) => ctx.core.actions.projects.clone(projectId, { name })),

  /** Everything that makes it as one file; runs, history and keys stay where they are. @throws `storage/not-found` */
  backup: procedure.input(project).query(async ({ ctx, input }) => {
    const content = await ctx.core.actions.backups.write(input.projectId);
    return { base64: Buffer.from(content).toString('base64') };
  }),

  /**
   * A new project with everything that such a file holds, under its former name or another.
   * @throws `backup/invalid` · `project/invalid-name` · `project/name-taken`
   */
  restoreBackup: procedure
    .input(z.object({ content: inputs.bytes, name: inputs.name.optional() }))
    .mutation(({ ctx, input: { content, ...options } }) => ctx.core.actions.backups.restore(content, exact(options))),

  /** Into the trash; a run of it is cancelled. @throws `storage/not-found` */
  trash: procedure.input(project).mutation(({ ctx, input }) => ctx.core.actions.projects.trash(input.projectId)),

  /** Projects in the trash, latest first. */
  trashed: procedure.query(({ ctx }) => ctx.core.actions.projects.trashed()),

  /** Out of the trash, under its former name or another one. @throws `storage/not-found` · `project/name-taken` */
  restore: procedure
    .input(project.extend({ name: inputs.name.optional() }))
    .mutation(({ ctx, input: { projectId, ...options } }) =>
      ctx.core.actions.projects.restore(projectId, exact(options)),
    ),

  /** Removes a project that is in the trash for good. @throws `storage/not-found` */
  purge: procedure.input(project).mutation(async ({ ctx, input }) => {
    await ctx.core.actions.projects.purge(input.projectId);
    return { projectId: input.projectId };
  }),

  /**
   * What changed, so that every open screen refreshes what it shows and nothing else; from now on unless told.
   * @throws `storage/not-found` · `request/too-many`
   */
  changes: procedure
    .input(project.extend({ after: z.number().int().min(0).optional(), lastEventId: inputs.lastEventId }))
    .subscription(({ ctx, input, signal }) =>
      paged(
        ctx,
        (ended) =>
          input.after === undefined && !input.lastEventId
            ? changesFromNow(ctx.core, input.projectId, ended)
            : ctx.core.actions.changes.follow(input.projectId, { after: cursorOf(input), signal: ended }),
        signal,
      ),
    ),
});

/** Says where "now" is before anything happens, so that a client that loses its connection knows where to go on. */
async function* changesFromNow({ storage, actions }: Core, id: ProjectId, signal: AbortSignal) {
  const after = (await storage.changes.last(id)) ?? 0;
  yield { changes: [], lastSeq: after };
  yield* actions.changes.follow(id, { after, signal });
}
