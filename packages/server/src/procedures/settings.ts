import { glossarySettings, providerNames } from '@genglossary/core';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

/** Of a project, or of the server where no project is named. */
const place = z.object({ projectId: inputs.projectId.optional() });

const {
  languageModel,
  stepModels,
  styleGuide,
  outputLanguage,
  messageLanguage,
  budget,
  keepsCallTexts,
  runsAfterUpload,
} = glossarySettings.unwrap().shape;

const change = z.strictObject({
  languageModel: languageModel.unwrap().nullable().optional(),
  stepModels: stepModels.unwrap().nullable().optional(),
  styleGuide: styleGuide.unwrap().nullable().optional(),
  outputLanguage: outputLanguage.unwrap().nullable().optional(),
  messageLanguage: messageLanguage.unwrap().nullable().optional(),
  budget: budget.unwrap().nullable().optional(),
  keepsCallTexts: keepsCallTexts.unwrap().nullable().optional(),
  runsAfterUpload: runsAfterUpload.unwrap().nullable().optional(),
});

/** What runs work with where nobody says otherwise. */
export const settings = router({
  /**
   * What is set here, what the server says where it is not, what holds, and which keys there are (never what they
   * are).
   * @throws `storage/not-found`
   */
  get: procedure.input(place.default({})).query(async ({ ctx, input }) => ({
    ...(await ctx.core.actions.settings.get(input.projectId)),
    keys: ctx.core.languageModels.providers().map(({ name, keyVariables, needsKey, key }) => ({
      provider: name,
      variable: keyVariables[0] ?? '',
      needsKey,
      /** `environment` goes before `stored`. */
      source: key?.source ?? ('none' as const),
    })),
  })),

  /**
   * Changes what is named; `null` leaves it to the server, or to the default.
   * @throws `storage/not-found` · `settings/conflict` · `config/invalid` · `llm/refused-address`
   */
  update: procedure
    .input(place.extend({ ifVersion: z.string().min(1).max(100), change }))
    .mutation(({ ctx, input: { projectId, ...update } }) => ctx.core.actions.settings.update(projectId, exact(update))),

  /** Keeps the key of a provider, or forgets it (`null`). It is never told again. @throws `config/invalid` */
  setKey: procedure
    .input(z.object({ provider: z.enum(providerNames), key: z.string().max(1000).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.core.keys.put(input.provider, input.key);
      const now = ctx.core.languageModels.providers().find(({ name }) => name === input.provider);
      return { provider: input.provider, source: now?.key?.source ?? ('none' as const) };
    }),
});
