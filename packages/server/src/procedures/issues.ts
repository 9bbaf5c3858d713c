import { dismissalReasons, issueKinds, issueStates } from '@genglossary/core/domain';
import { z } from 'zod';
import { definitionInput } from '../definition-input.ts';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });

const filter = z.object({
  state: z.enum(issueStates).optional(),
  kind: z.enum(issueKinds).optional(),
  rule: z.string().max(100).optional(),
  entry: inputs.conceptId.optional(),
  text: inputs.name.optional(),
});

const chosen = project.extend({
  issues: z.union([z.object({ ids: z.array(inputs.issueId).min(1).max(limits.listItems) }), z.object({ filter })]),
});

const note = inputs.text.max(4000).optional();

export const issues = router({
  /** In the order of the glossary. @throws `storage/not-found` · `list/invalid-cursor` */
  list: procedure
    .input(project.extend({ ...filter.shape, limit: inputs.limit.optional(), cursor: inputs.cursor.optional() }))
    .query(({ ctx, input: { projectId, ...query } }) => ctx.core.actions.issues.list(projectId, exact(query))),

  /** With what somebody decided about it. @throws `storage/not-found` */
  get: procedure
    .input(project.extend({ issueId: inputs.issueId }))
    .query(({ ctx, input }) => ctx.core.actions.issues.get(input.projectId, input.issueId)),

  /** By rule, the most frequent first. @throws `storage/not-found` */
  counts: procedure
    .input(project.extend(filter.omit({ state: true }).shape))
    .query(async ({ ctx, input: { projectId, ...rest } }) => ({
      items: await ctx.core.actions.issues.counts(projectId, exact(rest)),
    })),

  /** Resolves or dismisses issues, all of them as one change. @throws `storage/not-found` */
  decide: procedure
    .input(
      chosen.extend({
        decision: z.discriminatedUnion('state', [
          z.object({ state: z.literal('resolved'), note }),
          z.object({ state: z.literal('dismissed'), reason: z.enum(dismissalReasons), note }),
        ]),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.core.actions.issues.decide(input.projectId, exact(input.issues), exact(input.decision)),
    ),

  /**
   * Answers an issue with a new definition of its entry; both are one change.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid`
   */
  fix: procedure
    .input(
      project.extend({
        issueId: inputs.issueId,
        ifVersion: inputs.ifVersion,
        definition: definitionInput,
        note,
      }),
    )
    .mutation(({ ctx, input: { projectId, issueId, ...fix } }) =>
      ctx.core.actions.issues.fix(projectId, issueId, exact(fix)),
    ),

  /** Takes decisions back. @throws `storage/not-found` */
  reopen: procedure
    .input(chosen)
    .mutation(({ ctx, input }) => ctx.core.actions.issues.reopen(input.projectId, exact(input.issues))),
});
