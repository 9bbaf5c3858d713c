import { categoryColours } from '@genglossary/core/domain';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });
const one = project.extend({ categoryId: inputs.categoryId });
const colour = z.literal(categoryColours);
const some = z.array(inputs.categoryId).min(1).max(100);

/** The categories of a project; `terms.categorise` puts terms into them. */
export const categories = router({
  /** In the order that people gave them. @throws `storage/not-found` */
  list: procedure
    .input(project)
    .query(async ({ ctx, input }) => ({ items: await ctx.core.actions.categories.list(input.projectId) })),

  /**
   * Behind the others, in the colour that fewest have unless told.
   * @throws `storage/not-found` · `category/invalid` · `category/name-taken`
   */
  create: procedure
    .input(project.extend({ name: inputs.name, colour: colour.optional() }))
    .mutation(({ ctx, input: { projectId, ...category } }) =>
      ctx.core.actions.categories.create(projectId, exact(category)),
    ),

  /**
   * Everything in it follows: `terms` says how many.
   * @throws `storage/not-found` · `category/invalid` · `category/name-taken`
   */
  update: procedure
    .input(one.extend({ name: inputs.name.optional(), colour: colour.optional() }))
    .mutation(({ ctx, input: { projectId, categoryId, ...update } }) =>
      ctx.core.actions.categories.update(projectId, categoryId, exact(update)),
    ),

  /** Puts these first, in this order. @throws `storage/not-found` */
  reorder: procedure
    .input(project.extend({ ids: some }))
    .mutation(({ ctx, input }) => ctx.core.actions.categories.reorder(input.projectId, input.ids)),

  /** What is in some goes into another one, and they are gone. @throws `storage/not-found` · `category/invalid` */
  merge: procedure
    .input(project.extend({ into: inputs.categoryId, from: some }))
    .mutation(({ ctx, input: { projectId, ...merge } }) => ctx.core.actions.categories.merge(projectId, merge)),

  /**
   * What is in it goes into the replacement, or into none (`null`).
   * @throws `storage/not-found` · `category/invalid`
   */
  remove: procedure
    .input(one.extend({ replacement: inputs.categoryId.nullable() }))
    .mutation(({ ctx, input: { projectId, categoryId, ...options } }) =>
      ctx.core.actions.categories.remove(projectId, categoryId, options),
    ),
});
