import { z } from 'zod';
import type { LanguageModelSettings, ProviderName } from '../../domain/index.ts';
import { commonSettings } from '../settings.ts';
import { anthropic } from './anthropic.ts';
import { azureOpenai } from './azure-openai.ts';
import { google } from './google.ts';
import { ollama } from './ollama.ts';
import { openaiCompatible } from './openai-compatible.ts';
import { openai } from './openai.ts';
import type { Provider } from '../provider.ts';

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
export const languageModelSettings: z.ZodType<LanguageModelSettings, LanguageModelSettings> = z.discriminatedUnion(
  'provider',
  [
    settingsOf('openai-compatible', openaiCompatible.settings),
    settingsOf('ollama', ollama.settings),
    settingsOf('openai', openai.settings),
    settingsOf('azure-openai', azureOpenai.settings),
    settingsOf('anthropic', anthropic.settings),
    settingsOf('google', google.settings),
  ],
);

function settingsOf<Name extends ProviderName, Shape extends z.ZodRawShape>(name: Name, own: z.ZodObject<Shape>) {
  return z.strictObject({ provider: z.literal(name), ...commonSettings.shape, ...own.shape });
}
