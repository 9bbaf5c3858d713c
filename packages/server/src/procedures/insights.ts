import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });

export const insights = router({
  /**
   * The glossary in figures: states, confidence, coverage by document, the most frequent entries.
   * @throws `storage/not-found`
   */
  overview: procedure.input(project).query(({ ctx, input }) => ctx.core.actions.insights.overview(input.projectId)),

  /** Entries and how they are related, all of them or the neighbourhood of one. @throws `storage/not-found` */
  graph: procedure
    .input(
      project.extend({
        around: inputs.conceptId.optional(),
        hops: z.number().int().min(1).max(5).optional(),
        limit: inputs.limit.optional(),
      }),
    )
    .query(({ ctx, input: { projectId, ...view } }) => ctx.core.actions.insights.graph(projectId, exact(view))),
});
