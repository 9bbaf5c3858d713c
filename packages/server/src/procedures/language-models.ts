import { languageModelSettings, providerNames } from '@genglossary/core';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { procedure, router } from '../trpc.ts';

/** Where models are, before one is chosen. */
const connection = z.looseObject({ provider: z.enum(providerNames) });

export const languageModels = router({
  /** What can be chosen, and whether its key was found; keys themselves are never told. */
  providers: procedure.query(({ ctx }) => ctx.core.languageModels.providers()),

  /**
   * The models that a provider offers. A mutation, because it calls somebody.
   * @throws `llm/refused-address` · `llm/unreachable` · `llm/unauthorised`
   */
  list: procedure.input(connection).mutation(async ({ ctx, input, signal }) => {
    const settings = languageModelSettings.parse({ ...input, model: 'any' });
    return { items: await ctx.core.languageModels.list(exact(settings), signal) };
  }),

  /** Asks one small question over the same path as a run, and says what is wrong. */
  test: procedure
    .input(languageModelSettings)
    .mutation(({ ctx, input, signal }) => ctx.core.languageModels.test(exact(input), signal)),
});
