import { z } from 'zod';
import { askSdk } from '../ask-sdk.ts';
import { defineProvider } from '../provider.ts';
import { healUrl } from './heal-url.ts';
import { bearer, listOpenAiModels } from './list-models.ts';

export const openai = defineProvider({
  label: 'OpenAI',
  settings: z.object({}),
  defaultBaseUrl: 'https://api.openai.com/v1',
  keyVariables: ['OPENAI_API_KEY'],
  needsKey: true,
  defaultLanes: 8,
  defaultBatchSize: 8,
  healedUrls: (baseUrl) => healUrl(baseUrl, ['/v1']),
  async connect({ settings, baseUrl, apiKey = '', transport }) {
    const { createOpenAI } = await import('@ai-sdk/openai');
    return askSdk(createOpenAI({ baseURL: baseUrl, apiKey, fetch: transport.fetch }).chat(settings.model));
  },
  listModels: ({ baseUrl, apiKey, transport }, signal) =>
    listOpenAiModels(transport, `${baseUrl}/models`, { headers: bearer(apiKey), signal }),
});
