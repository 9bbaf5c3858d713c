import { z } from 'zod';
import { commonSettings } from '../settings.ts';
import { anthropic } from './anthropic.ts';
import { azureOpenai } from './azure-openai.ts';
import { google } from './google.ts';
import { ollama } from './ollama.ts';
import { openaiCompatible } from './openai-compatible.ts';
import { openai } from './openai.ts';
import type { Provider } from '../provider.ts';

export const providerNames = ['openai-compatible', 'ollama', 'openai', 'azure-openai', 'anthropic', 'google'] as const;
export type ProviderName = (typeof providerNames)[number];

/** Every provider there is. Names, settings, choices of the command line and of the settings page follow from it. */
export const providers = {
  'openai-compatible': openaiCompatible,
  ollama,
  openai,
  'azure-openai': azureOpenai,
  anthropic,
  google,
} as const satisfies Record<ProviderName, Provider<never> | Provider>;

/** The settings of a language model: its provider's own and those that all have. A setting that none knows is refused. */
export const languageModelSettings = z.discriminatedUnion('provider', [
  settingsOf('openai-compatible', openaiCompatible.settings),
  settingsOf('ollama', ollama.settings),
  settingsOf('openai', openai.settings),
  settingsOf('azure-openai', azureOpenai.settings),
  settingsOf('anthropic', anthropic.settings),
  settingsOf('google', google.settings),
]);

export type LanguageModelSettings = z.infer<typeof languageModelSettings>;

function settingsOf<Name extends ProviderName, Shape extends z.ZodRawShape>(name: Name, own: z.ZodObject<Shape>) {
  return z.strictObject({ provider: z.literal(name), ...commonSettings.shape, ...own.shape });
}
