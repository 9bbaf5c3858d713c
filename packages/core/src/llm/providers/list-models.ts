import { z } from 'zod';
import { GlossaryError } from '../../errors/glossary-error.ts';
import type { ListedModel } from '../provider.ts';
import type { Transport } from '../transport.ts';

/** Asks for a list and reads it in the given shape. @throws `llm/wrong-address` where the answer is none · `llm/…` */
export async function fetchList<T>(
  transport: Transport,
  url: string,
  options: {
    readonly schema: z.ZodType<T>;
    readonly headers: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
  },
): Promise<T> {
  const body = await transport.send({ url, method: 'GET', headers: options.headers, signal: options.signal });
  const result = options.schema.safeParse(parsed(body));
  if (result.success) return result.data;
  const why = /^\s*</u.test(body) ? 'a web page answers there' : 'what answers there lists no models';
  throw new GlossaryError('llm/wrong-address', `${url} is no list of models: ${why}.`, { details: { url, why } });
}

function parsed(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}

const openAiList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** `GET /models` as OpenAI, Anthropic and all that are compatible answer it. */
export async function listOpenAiModels(
  transport: Transport,
  url: string,
  options: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<readonly ListedModel[]> {
  const { data } = await fetchList(transport, url, { schema: openAiList, ...options });
  return data.map(({ id }) => ({ id }));
}

export function bearer(apiKey: string | undefined): Readonly<Record<string, string>> {
  return apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
}
