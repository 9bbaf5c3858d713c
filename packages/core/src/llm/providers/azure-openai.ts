import { z } from 'zod';
import { askSdk } from '../ask-sdk.ts';
import { defineProvider } from '../provider.ts';
import { healUrl } from './heal-url.ts';
import { listOpenAiModels } from './list-models.ts';

/** The model is the name of the deployment; the address is that of the resource, ending in `/openai`. */
export const azureOpenai = defineProvider({
  label: 'Azure OpenAI',
  settings: z.object({
    /** `v1` unless told; a dated version (`2024-10-21`) uses the older paths that name the deployment. */
    apiVersion: z
      .string()
      .regex(/^(?:v1|\d{4}-\d{2}-\d{2}(?:-preview)?)$/u)
      .optional(),
  }),
  defaultBaseUrl: undefined,
  keyVariables: ['AZURE_OPENAI_API_KEY', 'AZURE_API_KEY'],
  needsKey: true,
  defaultLanes: 8,
  defaultBatchSize: 8,
  healedUrls: (baseUrl) => healUrl(baseUrl.replace(/\/deployments\/.*$/u, ''), ['/openai', '/openai/v1']),
  async connect({ settings, baseUrl, apiKey = '', transport }) {
    const { createAzure } = await import('@ai-sdk/azure');
    const { apiVersion = 'v1', model } = settings;
    const provider = createAzure({
      baseURL: apiVersion === 'v1' && !baseUrl.endsWith('/v1') ? `${baseUrl}/v1` : baseUrl,
      apiKey,
      apiVersion,
      useDeploymentBasedUrls: apiVersion !== 'v1',
      fetch: transport.fetch,
    });
    return askSdk(provider.chat(model));
  },
  listModels({ settings, baseUrl, apiKey = '', transport }, signal) {
    const { apiVersion = 'v1' } = settings;
    const url = apiVersion === 'v1' ? `${baseUrl.replace(/\/v1$/u, '')}/v1/models` : `${baseUrl}/models`;
    return listOpenAiModels(transport, `${url}?api-version=${apiVersion}`, { headers: { 'api-key': apiKey }, signal });
  },
});
