import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });
const number = z.number().int().positive();
const reference = z.union([number, z.literal('current')]);

export const versions = router({
  /**
   * Publishes the glossary as it is now; a version never changes.
   * @throws `storage/not-found` · `glossary/none` · `version/invalid`
   */
  publish: procedure
    .input(project.extend({ name: inputs.name.optional(), note: inputs.text.max(4000).optional() }))
    .mutation(({ ctx, input: { projectId, ...version } }) =>
      ctx.core.actions.versions.publish(projectId, exact(version)),
    ),

  /** Latest first. @throws `storage/not-found` */
  list: procedure
    .input(project)
    .query(async ({ ctx, input }) => ({ items: await ctx.core.actions.versions.list(input.projectId) })),

  /** What became of the glossary since a version and was not accepted. @throws `storage/not-found` · `glossary/none` */
  openChanges: procedure
    .input(project.extend({ version: number }))
    .query(({ ctx, input }) => ctx.core.actions.versions.openChanges(input.projectId, input.version)),

  /**
   * Accepts changes since a version, or takes them back; all that are left where no entries are named.
   * @throws `storage/not-found` · `glossary/none` · `entry/locked`
   */
  decideChanges: procedure
    .input(
      project.extend({
        version: number,
        ids: z.array(inputs.conceptId).min(1).max(limits.listItems).optional(),
        decision: z.enum(['accepted', 'rejected']),
      }),
    )
    .mutation(({ ctx, input: { projectId, ...decision } }) =>
      ctx.core.actions.versions.decideChanges(projectId, exact(decision)),
    ),

  /** What became of the glossary between two versions, or since one. @throws `storage/not-found` · `glossary/none` */
  diff: procedure
    .input(project.extend({ from: reference, to: reference.default('current') }))
    .query(({ ctx, input: { projectId, ...between } }) => ctx.core.actions.versions.diff(projectId, between)),
});
