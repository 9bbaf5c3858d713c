import { z } from 'zod';
import { askSdk } from '../ask-sdk.ts';
import { defineProvider } from '../provider.ts';
import { healUrl } from './heal-url.ts';
import { fetchList } from './list-models.ts';

const modelList = z.object({ models: z.array(z.object({ name: z.string() })) });

export const google = defineProvider({
  label: 'Google',
  settings: z.object({}),
  defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  keyVariables: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY'],
  needsKey: true,
  defaultLanes: 4,
  defaultBatchSize: 8,
  healedUrls: (baseUrl) => healUrl(baseUrl, ['/v1beta']),
  async connect({ settings, baseUrl, apiKey = '', transport }) {
    const { createGoogle } = await import('@ai-sdk/google');
    return askSdk(createGoogle({ baseURL: baseUrl, apiKey, fetch: transport.fetch })(settings.model));
  },
  async listModels({ baseUrl, apiKey = '', transport }, signal) {
    const { models } = await fetchList(transport, `${baseUrl}/models?pageSize=1000`, {
      schema: modelList,
      headers: { 'x-goog-api-key': apiKey },
      signal,
    });
    return models.map(({ name }) => ({ id: name.replace(/^models\//u, '') }));
  },
});
