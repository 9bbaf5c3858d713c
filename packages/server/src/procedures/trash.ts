import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

export const trash = router({
  /**
   * Documents and entries of a project, latest first; projects have a trash of their own.
   * @throws `storage/not-found`
   */
  list: procedure
    .input(z.object({ projectId: inputs.projectId }))
    .query(async ({ ctx, input }) => ({ items: await ctx.core.actions.trash.list(input.projectId) })),

  /** Brings back what is named. @throws `storage/not-found` · `entry/name-taken` */
  restore: procedure
    .input(
      z.object({
        projectId: inputs.projectId,
        documents: z.array(inputs.documentId).max(limits.listItems).optional(),
        entries: z.array(inputs.conceptId).max(limits.listItems).optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, ...choice } }) => ctx.core.actions.trash.restore(projectId, exact(choice))),
});
