import { languageModelSettings, type RunSettingsView, settingsOfRun } from '@genglossary/core';
import { callOutcomes, modelSteps, type Run, type RunOutcome, runScopes } from '@genglossary/core/domain';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { cursorOf, paged } from '../subscriptions/paged.ts';
import { procedure, router } from '../trpc.ts';

const budget = z
  .object({
    calls: z.number().int().positive().optional(),
    tokens: z.number().int().positive().optional(),
    cost: z.number().positive().optional(),
  })
  .optional();

const terms = z.array(inputs.name).max(limits.listItems).optional();

/** What shall be built, beside the documents of the project. */
const options = z
  .object({
    title: inputs.name.default('Glossary'),
    language: inputs.language.optional(),
    /** At most so many terms, beside the required ones. */
    limit: z.number().int().min(1).max(100_000).optional(),
    required: terms,
    excluded: terms,
    /** Who does the steps that a language model can do; without it those that the settings say. */
    languageModel: z
      .union([z.literal('built-in'), z.object({ settings: languageModelSettings, steps: z.array(z.enum(modelSteps)) })])
      .optional(),
    /** In which a model writes definitions; as the settings say, or that of each entry, unless told. */
    outputLanguage: inputs.language.optional(),
    /** Whether the words of questions to the model and of its answers are kept; as the settings say unless told. */
    keepsCallTexts: z.boolean().optional(),
  })
  .default({ title: 'Glossary' });

export const runs = router({
  /** What a run would spend, told without a call. @throws `storage/not-found` · `config/invalid` */
  estimate: procedure
    .input(z.object({ projectId: inputs.projectId, scope: z.enum(runScopes).default('full'), options }))
    .query(({ ctx, input, signal }) =>
      ctx.core.estimateBuild(input.projectId, exact({ scope: input.scope, options: input.options }), signal),
    ),

  /**
   * What the models would be asked about a term (or about the first ones), a question a step: told without a call.
   * @throws `storage/not-found` · `config/invalid`
   */
  questions: procedure
    .input(
      z.object({
        projectId: inputs.projectId,
        scope: z.enum(runScopes).default('full'),
        about: inputs.name.optional(),
        options,
      }),
    )
    .query(async ({ ctx, input: { projectId, ...order }, signal }) => ({
      items: await ctx.core.planQuestions(projectId, {
        ...exact(order),
        ...(signal === undefined ? {} : { signal }),
      }),
    })),

  /**
   * Starts a run of the project's documents; the same key gives the same run.
   * @throws `storage/not-found` · `run/already-active` · `run/key-reused` · `run/disk-full` · `run/shutting-down`
   */
  start: procedure
    .input(
      z.object({
        projectId: inputs.projectId,
        scope: z.enum(runScopes).default('full'),
        key: inputs.key,
        budget,
        options,
      }),
    )
    .mutation(async ({ ctx, input: { projectId, ...order } }) =>
      told(await ctx.core.startBuild(projectId, exact(order))),
    ),

  /**
   * With the settings that it works with and, once it is over, what it made of the glossary.
   * @throws `run/not-found`
   */
  get: procedure.input(z.object({ runId: inputs.runId })).query(async ({ ctx, input }) => {
    const { core } = ctx;
    const run = await core.runs.find(input.runId);
    return told(run, (await core.storage.runOutcomes.read([run.id])).get(run.id));
  }),

  /** Newest first. @throws `storage/not-found` */
  list: procedure
    .input(z.object({ projectId: inputs.projectId, limit: inputs.limit.default(50) }))
    .query(async ({ ctx, input }) => {
      const { runs: manager, storage } = ctx.core;
      const found = await manager.list(input.projectId, { limit: input.limit });
      const outcomes = await storage.runOutcomes.read(found.map(({ id }) => id));
      return { items: found.map((run) => told(run, outcomes.get(run.id))) };
    }),

  /** The run that the project has now, if any. @throws `storage/not-found` */
  current: procedure.input(z.object({ projectId: inputs.projectId })).query(async ({ ctx, input }) => {
    const active = await ctx.core.runs.current(input.projectId);
    return active === undefined ? null : told(active);
  }),

  /** Asks a run to stop; asking again changes nothing. @throws `run/not-found` */
  cancel: procedure.input(z.object({ runId: inputs.runId })).mutation(async ({ ctx, input }) => {
    const { kind, run } = await ctx.core.runs.cancel(input.runId);
    return { kind, run: told(run) };
  }),

  /**
   * Starts a run that does what a failed, partial or cancelled one left.
   * @throws `run/not-found` · `run/nothing-to-resume` · `run/already-active` · `run/key-reused`
   */
  resume: procedure
    .input(z.object({ runId: inputs.runId, key: inputs.key, budget }))
    .mutation(async ({ ctx, input: { runId, key, budget: most } }) =>
      told(await ctx.core.runs.resume(runId, { key, ...(most === undefined ? {} : { budget: exact(most) }) })),
    ),

  /**
   * What a run asked of language models, with what it spent: newest first, in pages.
   * @throws `run/not-found` · `list/invalid-cursor`
   */
  calls: procedure
    .input(
      z.object({
        runId: inputs.runId,
        step: z.enum(modelSteps).optional(),
        outcome: z.enum(callOutcomes).optional(),
        order: z.enum(['newest', 'oldest']).optional(),
        limit: inputs.limit.default(50),
        cursor: inputs.cursor.optional(),
      }),
    )
    .query(({ ctx, input: { runId, ...query } }) => ctx.core.runs.calls(runId, exact(query))),

  /**
   * One of those questions, with the words that were sent and came where the run was told to keep them.
   * @throws `run/not-found` · `storage/not-found`
   */
  callDetail: procedure
    .input(z.object({ runId: inputs.runId, number: z.number().int().min(1) }))
    .query(({ ctx, input }) => ctx.core.runs.call(input.runId, input.number)),

  /**
   * The journal in pages: every event once, in order, first what is there, then live; ends with the run.
   * @throws `run/not-found` · `request/too-many`
   */
  events: procedure
    .input(
      z.object({ runId: inputs.runId, after: z.number().int().min(0).optional(), lastEventId: inputs.lastEventId }),
    )
    .subscription(({ ctx, input, signal }) =>
      paged(
        ctx,
        (ended) => ctx.core.runs.journal.follow(input.runId, { after: cursorOf(input), signal: ended }),
        signal,
      ),
    ),
});

/** A run as it is told: what was asked for may name folders of the server, so of it only the settings leave. */
function told({ input, ...run }: Run, outcome?: RunOutcome): RunTold {
  const settings = settingsOfRun({ input });
  return {
    ...run,
    ...(settings === undefined ? {} : { settings }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

type RunTold = Omit<Run, 'input'> & {
  readonly settings?: RunSettingsView;
  /** What it made of the glossary before it: of a run that is over and swapped one in, where it is asked for. */
  readonly outcome?: RunOutcome;
};
