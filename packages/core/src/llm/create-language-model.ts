import type { RunUsage } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Question, Reply } from './ask.ts';
import { type CallTools, callWithRetries } from './call-with-retries.ts';
import type { LanguageModel, ModelAnswer, ModelProvenance, ModelRequest, ObservedCall } from './language-model.ts';
import type { Price } from './prices.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';
import { addUsage, usageOf } from './usage.ts';
import { wireSchema } from './wire-schema.ts';

export interface LanguageModelTools extends CallTools {
  readonly identity: string;
  readonly model: string;
  readonly lanes: number;
  readonly batchSize: number;
  readonly maxOutputTokens: number;
  readonly temperature: number | undefined;
  /** Whether the server is told the shape of the answer. */
  readonly usesServerSchema: boolean;
  /** Whether answers come piece by piece. */
  readonly streams: boolean;
  readonly price: Price | undefined;
}

/** What a model wrote is kept for people to look at, up to so many characters. */
const MOST_RAW = 4000;

/** A language model over one provider's adapter: asks in its lane, reads, asks once more, counts. */
export function createLanguageModel(tools: LanguageModelTools): LanguageModel {
  const { identity, provider, model, lanes, batchSize, price, clock } = tools;
  // Learnt from the first refusal: there are servers that take no schema, models that take no temperature, and both that
  // answer piece by piece or not at all.
  let accepted: Accepted = {
    schema: tools.usesServerSchema,
    temperature: tools.temperature !== undefined,
    streams: tools.streams,
  };

  const ask = async <T>(request: ModelRequest<T>, prompt: string, seen: Seen): Promise<Reply> => {
    for (;;) {
      const tried = accepted;
      const question = questionOf(request, prompt, tools, tried);
      seen.questions.push(question);
      try {
        const reply = await callWithRetries(question, { ...tools, onSend: () => sending(request, seen) });
        seen.replies.push(reply);
        return reply;
      } catch (error) {
        const next = withoutWhatIsRefused(tried, error);
        if (next === undefined) throw error;
        accepted = next;
      }
    }
  };

  const sending = async ({ onSend }: Pick<ModelRequest<unknown>, 'onSend'>, seen: Seen): Promise<void> => {
    if (seen.sent === 0) {
      await onSend?.();
      seen.begun = clock.monotonic();
    }
    seen.sent += 1;
  };

  /** Asks, and once more where the answer cannot be read. */
  const solve = async <T>(request: ModelRequest<T>, seen: Seen): Promise<Solved<T>> => {
    const first = await ask(request, request.prompt, seen);
    const read = understand(first, request, provider);
    if (read.kind === 'read') return { read, reading: read.isRepaired ? 'repaired' : 'as-is' };
    const second = await ask(request, `${request.prompt}\n\n${askAgain(read.problem)}`, seen);
    const readAgain = understand(second, request, provider);
    if (readAgain.kind === 'read') return { read: readAgain, reading: 'asked-again' };
    const { problem } = readAgain;
    throw new GlossaryError('llm/invalid-answer', `${provider} did not answer in the asked form: ${problem}`, {
      details: { problem, raw: second.text.slice(0, MOST_RAW) },
    });
  };

  return {
    identity,
    provider,
    model,
    lanes,
    batchSize,
    ...(price === undefined ? {} : { price }),
    maxOutputTokens: tools.maxOutputTokens,
    async generate<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>> {
      const seen: Seen = { sent: 0, begun: clock.monotonic(), questions: [], replies: [] };
      const latency = () => clock.monotonic() - seen.begun;
      const { signal, onCall } = request;
      const spent = () => addUsage(...seen.replies.map((reply) => usageOf(reply, price)));
      try {
        const { read, reading } = await solve(request, seen);
        const servedModel = seen.replies.at(-1)?.servedModel;
        const provenance: ModelProvenance = {
          provider,
          model,
          reading,
          isTruncated: read.isTruncated,
          latencyMs: latency(),
          ...(servedModel === undefined ? {} : { servedModel }),
        };
        const answer = { value: read.value, usage: spent(), provenance };
        onCall?.(observed(seen, answer.usage, provenance));
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        onCall?.({ ...observed(seen, spent(), { latencyMs: latency() }), error });
        throw error;
      }
    },
  };
}

interface Solved<T> {
  readonly read: Extract<ReadAnswer<T>, { kind: 'read' }>;
  readonly reading: ModelProvenance['reading'];
}

/** What went over the wire for one question. */
interface Seen {
  sent: number;
  /** When the first of it was sent. */
  begun: number;
  readonly questions: Question[];
  readonly replies: Reply[];
}

function observed(
  { sent, questions, replies }: Seen,
  usage: RunUsage,
  { latencyMs, reading, isTruncated, servedModel }: Partial<ModelProvenance> & { readonly latencyMs: number },
): ObservedCall {
  const { instructions = '', prompt = '' } = questions.at(-1) ?? {};
  const isCounted = replies.length > 0 && replies.every((one) => one.inputTokens !== undefined);
  return {
    facts: {
      tries: sent,
      tookMs: Math.round(latencyMs),
      ...(isCounted ? { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens } : {}),
      ...(usage.unpricedCalls === 0 ? { cost: usage.cost } : {}),
      ...(reading === undefined ? {} : { reading }),
      ...(isTruncated === undefined ? {} : { isTruncated }),
      ...(servedModel === undefined ? {} : { servedModel }),
    },
    text: { instructions, prompt, answers: replies.map(({ text }) => text) },
    usage,
  };
}

function questionOf<T>(
  { instructions, schema, schemaName, maxOutputTokens, signal }: ModelRequest<T>,
  prompt: string,
  tools: LanguageModelTools,
  accepted: Accepted,
): Question {
  const shape = { name: schemaName, schema: wireSchema(schema) };
  const told = () =>
    `${instructions}\n\nAnswer with one JSON object and nothing else. Its JSON schema: ${JSON.stringify(shape.schema)}`;
  return {
    instructions: accepted.schema ? instructions : told(),
    prompt,
    shape: accepted.schema ? shape : undefined,
    maxOutputTokens: maxOutputTokens ?? tools.maxOutputTokens,
    streams: accepted.streams,
    temperature: accepted.temperature ? tools.temperature : undefined,
    signal,
  };
}

/** @throws `llm/rejected`, `llm/truncated`: asking the same once more would end the same */
function understand<T>({ text, finish }: Reply, { schema }: ModelRequest<T>, provider: string): ReadAnswer<T> {
  if (finish === 'refused') {
    const why = 'the provider held the answer back';
    throw new GlossaryError('llm/rejected', `${provider} did not answer: ${why}.`, {
      details: { provider, status: 200, why },
    });
  }
  const read = readAnswer(text, schema, { brokeOff: finish === 'length' });
  if (read.kind === 'unreadable' && finish === 'length') {
    throw new GlossaryError('llm/truncated', `The answer of ${provider} broke off.`, {
      details: { raw: text.slice(0, MOST_RAW) },
    });
  }
  return read;
}

function askAgain(problem: string): string {
  return `Your last answer to this could not be used: ${problem.replace(/\s+/gu, ' ')}\nAnswer again, with the whole JSON object and nothing else.`;
}

/** What a server takes beside the words, and how it answers. */
interface Accepted {
  readonly schema: boolean;
  readonly temperature: boolean;
  readonly streams: boolean;
}

/** What else to try; `undefined` where the refusal is about something else, or has been heard already. */
function withoutWhatIsRefused(tried: Accepted, error: unknown): Accepted | undefined {
  if (!tried.streams && refuses(error, STREAM)) return { ...tried, streams: true };
  if (tried.temperature && refuses(error, TEMPERATURE)) return { ...tried, temperature: false };
  if (tried.schema && refuses(error, SCHEMA)) return { ...tried, schema: false };
  return undefined;
}

const SCHEMA = /response_?format|json_?schema|schema|structured|grammar|\bformat\b/iu;
const TEMPERATURE = /temperature/iu;
const STREAM = /\bstream/iu;

function refuses(error: unknown, what: RegExp): boolean {
  return GlossaryError.is(error, 'llm/rejected') && what.test(error.details.why);
}
