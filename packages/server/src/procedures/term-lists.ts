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
  get: procedure.input(project).query(({ ctx, input }) => ctx.core.actions.termLists.get(input.projectId)),

  add: procedure
    .input(list.extend({ rules: rules.min(1) }))
    .mutation(({ ctx, input }) => ctx.core.actions.termLists.add(input.projectId, input.list, exact(input.rules))),

  remove: procedure
    .input(list.extend({ patterns: z.array(inputs.name).min(1).max(limits.listItems) }))
    .mutation(({ ctx, input }) => ctx.core.actions.termLists.remove(input.projectId, input.list, input.patterns)),

  replace: procedure
    .input(list.extend({ rules }))
    .mutation(({ ctx, input }) => ctx.core.actions.termLists.replace(input.projectId, input.list, exact(input.rules))),

  /** What a rule would do if it were added, before it is. */
  effect: procedure
    .input(list.extend({ rule }))
    .query(({ ctx, input }) => ctx.core.actions.termLists.effect(input.projectId, input.list, exact(input.rule))),
});
