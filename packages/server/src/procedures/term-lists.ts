import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });
const list = project.extend({ list: z.enum(['required', 'excluded']) });
const rule = z.object({ pattern: inputs.name, note: inputs.text.max(1000).optional() });
const rules = z.array(rule).max(limits.listItems);

export const termLists = router({
  /** Both lists, in the order in which the rules were given. @throws `storage/not-found` */
  get: procedure.input(project).query(({ ctx, input }) => ctx.core.actions.termLists.get(input.projectId)),

  /** Adds rules; a pattern that is there already stays as it is. @throws `storage/not-found` · `term-list/invalid` */
  add: procedure
    .input(list.extend({ rules: rules.min(1) }))
    .mutation(({ ctx, input }) => ctx.core.actions.termLists.add(input.projectId, input.list, exact(input.rules))),

  /** Takes rules away by their patterns; others are passed over. @throws `storage/not-found` */
  remove: procedure
    .input(list.extend({ patterns: z.array(inputs.name).min(1).max(limits.listItems) }))
    .mutation(({ ctx, input }) => ctx.core.actions.termLists.remove(input.projectId, input.list, input.patterns)),

  /** Makes these the rules of a list. @throws `storage/not-found` · `term-list/invalid` */
  replace: procedure
    .input(list.extend({ rules }))
    .mutation(({ ctx, input }) => ctx.core.actions.termLists.replace(input.projectId, input.list, exact(input.rules))),

  /** What a rule would do if it were added, before it is. @throws `storage/not-found` · `term-list/invalid` */
  effect: procedure
    .input(list.extend({ rule }))
    .query(({ ctx, input }) => ctx.core.actions.termLists.effect(input.projectId, input.list, exact(input.rule))),
});
