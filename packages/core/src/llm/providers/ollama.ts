import { z } from 'zod';
import { GlossaryError } from '../../errors/glossary-error.ts';
import type { Reply } from '../ask.ts';
import { defineProvider } from '../provider.ts';
import { healUrl } from './heal-url.ts';
import { bearer, fetchList } from './list-models.ts';

const tagList = z.object({ models: z.array(z.object({ name: z.string(), size: z.number().optional() })) });

const chatAnswer = z.object({
  model: z.string().optional(),
  message: z.object({ content: z.string() }),
  done: z.boolean().optional(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.number().optional(),
  eval_count: z.number().optional(),
});

/**
 * Ollama's own interface, because its OpenAI-compatible one cannot say how long a prompt may be and cuts longer ones
 * without a word. Written here: the adapters for the AI SDK make calls of their own that no budget would see.
 */
export const ollama = defineProvider({
  label: 'Ollama',
  settings: z.object({
    /** Tokens that the model reads and writes at most (`num_ctx`). */
    contextTokens: z.number().int().min(512).max(1_000_000).optional(),
    /** How long the model stays loaded after a call, in Ollama's words: `10m`, `-1`. */
    keepAlive: z
      .string()
      .regex(/^-?\d+(?:ms|[smh])?$/u)
      .optional(),
  }),
  defaultBaseUrl: 'http://127.0.0.1:11434',
  keyVariables: ['OLLAMA_API_KEY'],
  needsKey: false,
  defaultLanes: 2,
  defaultBatchSize: 4,
  healedUrls: (baseUrl) => healUrl(baseUrl, ['']),
  connect({ settings, baseUrl, apiKey, transport }) {
    const { model, contextTokens = 8192, keepAlive = '10m' } = settings;
    return Promise.resolve(
      async ({ instructions, prompt, shape, maxOutputTokens, streams, temperature, signal }): Promise<Reply> => {
        const body = await transport.send({
          url: `${baseUrl}/api/chat`,
          method: 'POST',
          headers: { 'content-type': 'application/json', ...bearer(apiKey) },
          body: JSON.stringify({
            model,
            messages: [
              { role: 'system', content: instructions },
              { role: 'user', content: prompt },
            ],
            ...(shape === undefined ? { format: 'json' } : { format: shape.schema }),
            stream: streams,
            keep_alive: keepAlive,
            options: {
              num_ctx: contextTokens,
              num_predict: maxOutputTokens,
              ...(temperature === undefined ? {} : { temperature }),
            },
          }),
          model,
          signal,
        });
        return replyOf(body);
      },
    );
  },
  async listModels({ baseUrl, apiKey, transport }, signal) {
    const { models } = await fetchList(transport, `${baseUrl}/api/tags`, {
      schema: tagList,
      headers: bearer(apiKey),
      signal,
    });
    return models.map(({ name, size }) => ({ id: name, ...(size === undefined ? {} : { size }) }));
  },
});

/** One answer, or the pieces of one, each on its line: the last says how it ended. */
function replyOf(body: string): Reply {
  const lines = body.trim().split('\n');
  const pieces = lines.every((line) => line.endsWith('}')) ? lines.map(parsed) : [parsed(body)];
  const { model, done, done_reason: reason, prompt_eval_count: read, eval_count: written } = pieces.at(-1) ?? {};
  return {
    text: pieces.map(({ message }) => message.content).join(''),
    // An answer that is not done broke off, also when the model was unloaded in the middle of it.
    finish: reason === 'length' || done === false ? 'length' : 'stop',
    inputTokens: read,
    outputTokens: written,
    ...(model === undefined ? {} : { servedModel: model }),
  };
}

/** @throws `llm/invalid-answer` */
function parsed(body: string): z.infer<typeof chatAnswer> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  const result = chatAnswer.safeParse(value);
  if (result.success) return result.data;
  const problem = 'The server answered something that is no answer of Ollama.';
  throw new GlossaryError('llm/invalid-answer', problem, { details: { problem, raw: body.slice(0, 2000) } });
}
