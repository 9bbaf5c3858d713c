import { z } from 'zod';
import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

export const undo = router({
  /**
   * Takes a change back, once; answers the token that brings it back again.
   * @throws `undo/expired` · `undo/conflict`
   */
  useToken: procedure
    .input(z.object({ token: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => ctx.core.actions.undo.apply(input.token)),

  /** The last changes that can still be taken back, latest first. */
  list: procedure
    .input(z.object({ projectId: inputs.projectId, limit: inputs.limit.max(50).default(10) }))
    .query(({ ctx, input: { projectId, limit } }) => ctx.core.actions.undo.list(projectId, { limit })),
});
