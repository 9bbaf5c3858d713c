import { importChoices, importFields } from '@genglossary/core/domain';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const planned = z.object({ projectId: inputs.projectId, planId: z.string().min(1).max(100) });
const choice = z.enum(importChoices);

/** Entries of a file come in by a plan that is looked at first. What was applied is taken back by `undo.useToken`. */
export const imports = router({
  /**
   * What a file would do (our JSON export, a termbase in TBX, or a CSV table); nothing is written but the plan.
   * @throws `storage/not-found` · `import/invalid`
   */
  plan: procedure
    .input(
      z.object({
        projectId: inputs.projectId,
        fileName: inputs.name,
        content: inputs.content,
        /** What columns hold, by their headers; `null` leaves one out, the others are guessed. */
        mapping: z.record(z.string().max(1000), z.enum(importFields).nullable()).optional(),
        /** Of the entries whose language the file does not tell. */
        language: inputs.language.optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, ...file } }) => ctx.core.actions.imports.plan(projectId, exact(file))),

  /** A plan of the last 24 hours. @throws `storage/not-found` */
  get: procedure.input(planned).query(({ ctx, input }) => ctx.core.actions.imports.get(input.projectId, input.planId)),

  /**
   * Does what the plan says, with what was chosen otherwise, as one change.
   * @throws `storage/not-found` · `import/conflict`
   */
  applyPlan: procedure
    .input(
      planned.extend({
        decisions: z
          .object({
            conflicts: choice.optional(),
            updates: choice.optional(),
            /** For single rows, by their `place`. */
            rows: z
              .array(z.object({ place: z.number().int().positive(), choice }))
              .max(limits.importRows)
              .optional(),
          })
          .default({}),
      }),
    )
    .mutation(({ ctx, input: { projectId, planId, decisions } }) =>
      ctx.core.actions.imports.apply(projectId, planId, exact(decisions)),
    ),
});
