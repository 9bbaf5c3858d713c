import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });
const number = z.number().int().positive();
const reference = z.union([number, z.literal('current')]);

export const versions = router({
  /** Publishes the glossary as it is now; a version never changes. */
  publish: procedure
    .input(project.extend({ name: inputs.name.optional(), note: inputs.text.max(4000).optional() }))
    .mutation(({ ctx, input: { projectId, ...version } }) =>
      ctx.core.actions.versions.publish(projectId, exact(version)),
    ),

  /** Latest first. */
  list: procedure
    .input(project)
    .query(async ({ ctx, input }) => ({ items: await ctx.core.actions.versions.list(input.projectId) })),

  /** What became of the glossary between two versions, or since one. */
  diff: procedure
    .input(project.extend({ from: reference, to: reference.default('current') }))
    .query(({ ctx, input: { projectId, ...between } }) => ctx.core.actions.versions.diff(projectId, between)),
});
