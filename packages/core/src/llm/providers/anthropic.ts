import { z } from 'zod';
import { askSdk } from '../ask-sdk.ts';
import { defineProvider } from '../provider.ts';
import { healUrl } from './heal-url.ts';
import { listOpenAiModels } from './list-models.ts';

export const anthropic = defineProvider({
  label: 'Anthropic',
  settings: z.object({}),
  defaultBaseUrl: 'https://api.anthropic.com/v1',
  keyVariables: ['ANTHROPIC_API_KEY'],
  needsKey: true,
  defaultLanes: 4,
  defaultBatchSize: 8,
  healedUrls: (baseUrl) => healUrl(baseUrl, ['/v1']),
  async connect({ settings, baseUrl, apiKey = '', transport }) {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return askSdk(createAnthropic({ baseURL: baseUrl, apiKey, fetch: transport.fetch })(settings.model));
  },
  listModels: ({ baseUrl, apiKey = '', transport }, signal) =>
    listOpenAiModels(transport, `${baseUrl}/models?limit=1000`, {
      headers: { 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' },
      signal,
    }),
});
