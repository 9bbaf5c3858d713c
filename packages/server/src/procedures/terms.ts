import { designationKinds, termDecisions } from '@genglossary/core/domain';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });

const count = z.number().int().min(0);

const filter = z.object({
  text: inputs.name.optional(),
  decision: z.enum(termDecisions).optional(),
  kind: z.enum(designationKinds).optional(),
  language: inputs.language.optional(),
  minFrequency: count.optional(),
  minDocuments: count.optional(),
  isMultiWord: z.boolean().optional(),
  categoryId: inputs.categoryId.nullable().optional(),
});

const choice = z.union([
  z.object({ ids: z.array(inputs.conceptId).min(1).max(limits.listItems) }),
  z.object({ filter, except: z.array(inputs.conceptId).max(limits.listItems).optional() }),
]);

/** The workbench: the candidates of the last build, and what people decide about them. */
export const terms = router({
  /**
   * Some rows, what people added first, then best first unless told: from the first, after a cursor or an offset, or
   * around a term.
   * @throws `storage/not-found` · `list/invalid-cursor`
   */
  list: procedure
    .input(
      project.extend({
        ...filter.shape,
        sort: z.enum(['score', 'frequency', 'documents', 'term', 'decision']).optional(),
        isReversed: z.boolean().optional(),
        limit: inputs.limit.optional(),
        cursor: inputs.cursor.optional(),
        offset: inputs.offset.optional(),
        around: inputs.conceptId.optional(),
      }),
    )
    .query(({ ctx, input: { projectId, ...query } }) => ctx.core.actions.terms.list(projectId, exact(query))),

  /**
   * All of them in columns, as much as a list shows: for who filters and sorts by himself.
   * @throws `storage/not-found`
   */
  index: procedure.input(project).query(({ ctx, input }) => ctx.core.actions.terms.index(input.projectId)),

  /** One of them, with the parts of its score. @throws `storage/not-found` */
  get: procedure
    .input(project.extend({ termId: inputs.conceptId }))
    .query(({ ctx, input }) => ctx.core.actions.terms.get(input.projectId, input.termId)),

  /** How many there are of each decision, under the rest of a filter. @throws `storage/not-found` */
  counts: procedure
    .input(project.extend(filter.omit({ decision: true }).shape))
    .query(({ ctx, input: { projectId, ...rest } }) => ctx.core.actions.terms.counts(projectId, exact(rest))),

  /** The first places where a term stands. @throws `storage/not-found` */
  contexts: procedure
    .input(
      project.extend({
        termId: inputs.conceptId,
        limit: z.number().int().min(1).max(50).optional(),
        width: z.number().int().min(10).max(500).optional(),
      }),
    )
    .query(async ({ ctx, input: { projectId, termId, ...options } }) => ({
      items: await ctx.core.actions.terms.contexts(projectId, termId, exact(options)),
    })),

  /**
   * Requires or excludes terms, or leaves them to the tool again; all of them are one change.
   * @throws `storage/not-found`
   */
  decide: procedure
    .input(
      project.extend({
        terms: choice,
        decision: z.enum(['required', 'excluded', 'open']),
      }),
    )
    .mutation(({ ctx, input }) => ctx.core.actions.terms.decide(input.projectId, exact(input.terms), input.decision)),

  /**
   * Puts terms, and the entries that they are names of, into a category, or into none; all of them are one change.
   * @throws `storage/not-found`
   */
  categorise: procedure
    .input(project.extend({ terms: choice, categoryId: inputs.categoryId.nullable() }))
    .mutation(({ ctx, input }) =>
      ctx.core.actions.terms.categorise(input.projectId, exact(input.terms), input.categoryId),
    ),

  /**
   * Makes terms one entry, whether or not there are entries of them yet.
   * @throws `storage/not-found` · `entry/invalid` · `entry/locked`
   */
  merge: procedure
    .input(
      project.extend({
        into: inputs.conceptId,
        from: z.array(inputs.conceptId).min(1).max(limits.listItems),
        status: z.enum(['admitted', 'deprecated', 'forbidden']).optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, ...merge } }) => ctx.core.actions.terms.merge(projectId, exact(merge))),

  /** Words that are apart and may be spellings of one. @throws `storage/not-found` */
  variants: procedure
    .input(project)
    .query(async ({ ctx, input }) => ({ items: await ctx.core.actions.variants.list(input.projectId) })),

  /** Says of such words that they are not the same. @throws `storage/not-found` */
  dismissVariants: procedure
    .input(project.extend({ ids: z.array(inputs.name).min(1).max(limits.listItems) }))
    .mutation(({ ctx, input }) => ctx.core.actions.variants.dismiss(input.projectId, input.ids)),
});
