import { z } from 'zod';
import { askSdk } from '../ask-sdk.ts';
import { defineProvider } from '../provider.ts';
import { healUrl } from './heal-url.ts';
import { bearer, listOpenAiModels } from './list-models.ts';

/** llama.cpp, LM Studio, vLLM, Ollama's `/v1`, and every service that speaks chat completions. */
export const openaiCompatible = defineProvider({
  label: 'OpenAI-compatible server',
  settings: z.object({}),
  defaultBaseUrl: undefined,
  keyVariables: ['OPENAI_COMPATIBLE_API_KEY'],
  needsKey: false,
  defaultLanes: 4,
  defaultBatchSize: 4,
  healedUrls: (baseUrl) => healUrl(baseUrl, ['/v1', '/api/v1', '']),
  async connect({ settings, baseUrl, apiKey, transport }) {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    const provider = createOpenAICompatible({
      name: 'openai-compatible',
      baseURL: baseUrl,
      supportsStructuredOutputs: true,
      // Of streams, where it is not told unless asked for.
      includeUsage: true,
      fetch: transport.fetch,
      ...(apiKey === undefined ? {} : { apiKey }),
    });
    return askSdk(provider(settings.model));
  },
  listModels: ({ baseUrl, apiKey, transport }, signal) =>
    listOpenAiModels(transport, `${baseUrl}/models`, { headers: bearer(apiKey), signal }),
});
