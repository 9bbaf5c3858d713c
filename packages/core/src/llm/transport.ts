import type { Agent } from 'undici';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Clock } from '../runtime/clock.ts';
import { type AddressRules, checkedBaseUrl, createLookup } from './check-address.ts';
import { breathe } from '../runtime/breathe.ts';
import { classifyResponse } from './classify-response.ts';
import { takeTurn } from './turn.ts';

/** One exchange over the wire, as it was sent and came: for people who look for what went wrong. Holds no headers. */
export interface Exchange {
  readonly url: string;
  readonly request: string;
  readonly status: number;
  readonly response: string;
  readonly tookMs: number;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The model that is asked, for what a failure is called. */
  readonly model?: string;
  readonly signal: AbortSignal;
}

/** The one way out to a provider: pooled connections, checked addresses, no redirects, and every failure classified. */
export interface Transport extends AsyncDisposable {
  /** Loads what the first call would have to wait for. Opens no connection. */
  prepare(): Promise<void>;
  /** The body of a successful answer. @throws `llm/…` · the signal's reason */
  send(request: HttpRequest): Promise<string>;
  /** The same for libraries that speak `fetch`. */
  readonly fetch: typeof globalThis.fetch;
}

export interface TransportOptions {
  readonly provider: string;
  /** Connections that are open at once, and kept. */
  readonly connections: number;
  /** Longest silence of a server before and in an answer. */
  readonly silenceMs: number;
  readonly clock: Clock;
  readonly rules?: AddressRules;
  readonly onExchange?: (exchange: Exchange) => void;
}

/** No answer of a language model is longer, with all that is around each piece of a stream; what is, is no answer. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_STREAMED_BYTES = 64 * 1024 * 1024;
const CONNECT_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;
/**
 * Turns of the event loop after which the next requests have been sent on all connections whose answers came in one turn:
 * a connection frees itself in the first and looks whether its server hung up in the second.
 */
const TURNS_TO_SEND = 3;

export function openTransport(options: TransportOptions): Transport {
  const { provider, connections, silenceMs, clock, rules = {}, onExchange } = options;
  let opening: Promise<Agent> | undefined;
  // Loaded with the first call: a build without a model pays nothing for it.
  const open = async (): Promise<Agent> => {
    const undici = await import('undici');
    return new undici.Agent({
      connections,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
      connect: { timeout: CONNECT_MS, lookup: createLookup(rules) },
    });
  };
  const exchangeNow = async (request: HttpRequest): Promise<Received> => {
    const { url, method, headers, body, model = '', signal } = request;
    signal.throwIfAborted();
    checkedBaseUrl(url.replace(/[?#].*$/su, ''), rules);
    const begun = clock.monotonic();
    const shown = url.replace(/[?#].*$/su, '');
    try {
      const { origin, pathname, search } = new URL(url);
      const agent = await (opening ??= open());
      const answer = await agent.request({
        origin,
        path: pathname + search,
        method,
        headers: { 'user-agent': 'genglossary', ...headers },
        body: body ?? null,
        signal,
      });
      const contentType = String(answer.headers['content-type'] ?? JSON_TYPE);
      const isStream = STREAM_TYPE.test(contentType);
      const text = await bounded(answer.body, isStream ? MOST_STREAMED_BYTES : MOST_BYTES);
      const { statusCode: status } = answer;
      onExchange?.({ url: shown, request: body ?? '', status, response: text, tookMs: clock.monotonic() - begun });
      if (status >= 200 && status < 300) {
        if (isStream && !asksForStream(request)) throw answersAsStream(provider);
        return { text, contentType };
      }
      throw classifyResponse({
        provider,
        model,
        url: shown,
        status,
        headers: answer.headers,
        body: text,
        now: clock.now(),
      });
    } catch (error) {
      signal.throwIfAborted();
      if (GlossaryError.is(error)) throw error;
      throw classifyNetworkError(error, { provider, url: shown, silenceMs });
    }
  };
  const exchange = async (request: HttpRequest): Promise<Received> => {
    const received = await takeTurn(() => exchangeNow(request));
    // Whoever waited for this answer sends now, and only then it is read.
    for (let turn = 0; turn < TURNS_TO_SEND; turn += 1) await breathe();
    return received;
  };
  return {
    async prepare() {
      await (opening ??= open());
    },
    async send(request) {
      return (await exchange(request)).text;
    },
    async fetch(input, init = {}) {
      const { text, contentType } = await exchange(fetchRequest(input, init));
      return new Response(text, { status: 200, headers: { 'content-type': contentType } });
    },
    async [Symbol.asyncDispose]() {
      await (await opening)?.destroy();
    },
  };
}

/** What the libraries hand to `fetch`: a text as body, a plain method. */
function fetchRequest(input: Parameters<typeof globalThis.fetch>[0], init: RequestInit): HttpRequest {
  const body = typeof init.body === 'string' ? init.body : undefined;
  if (init.body !== undefined && init.body !== null && body === undefined) throw new Error('A request is a text.');
  const url = input instanceof Request ? input.url : String(input);
  const model =
    /\/(?:models|deployments)\/([^/:?]+)/u.exec(url)?.[1] ?? /"model"\s*:\s*"([^"]*)"/u.exec(body ?? '')?.[1];
  return {
    url,
    method: init.method === 'POST' ? 'POST' : 'GET',
    headers: Object.fromEntries(new Headers(init.headers)),
    ...(body === undefined ? {} : { body }),
    ...(model === undefined ? {} : { model }),
    signal: init.signal ?? new AbortController().signal,
  };
}

interface Received {
  readonly text: string;
  readonly contentType: string;
}

const JSON_TYPE = 'application/json';
const STREAM_TYPE = /^text\/event-stream/iu;

function asksForStream({ url, body = '' }: HttpRequest): boolean {
  return /"stream"\s*:\s*true/u.test(body) || url.includes(':streamGenerateContent');
}

/** A refusal like that of servers which say it: whoever asks then asks for a stream. */
function answersAsStream(provider: string): GlossaryError {
  const why = 'it answers as a stream, which it was not asked for';
  return new GlossaryError('llm/rejected', `${provider} cannot be read: ${why}.`, {
    details: { provider, status: 200, why },
  });
}

async function bounded(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) {
      const problem = `The answer is longer than ${most} bytes.`;
      throw new GlossaryError('llm/invalid-answer', problem, { details: { problem, raw: '' } });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length).toString('utf8');
}

const NOBODY_THERE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function classifyNetworkError(
  error: unknown,
  { provider, url, silenceMs }: { readonly provider: string; readonly url: string; readonly silenceMs: number },
): GlossaryError {
  const refusal = causesOf(error).find((cause) => GlossaryError.is(cause));
  if (refusal !== undefined) return refusal;
  const codes = causesOf(error).map(codeOf);
  const why = reasonOf(error);
  if (codes.some((code) => NOBODY_THERE.has(code) || isCertificateProblem(code))) {
    return new GlossaryError('llm/unreachable', `Nothing answers at ${url}: ${why}.`, {
      details: { url, why },
      cause: error,
    });
  }
  if (codes.some((code) => code.startsWith('HPE_'))) {
    return new GlossaryError('llm/wrong-address', `What answers at ${url} does not speak HTTP.`, {
      details: { url, why },
      cause: error,
    });
  }
  if (codes.some((code) => code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')) {
    return new GlossaryError('llm/timeout', `${provider} was silent for ${silenceMs} ms.`, {
      details: { provider, afterMs: silenceMs },
      cause: error,
    });
  }
  return new GlossaryError('llm/interrupted', `The connection to ${provider} broke: ${why}.`, {
    details: { provider, why },
    cause: error,
  });
}

/** An error, its causes, and the errors that it sums up (several addresses of one name). */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...causesOf(error.cause), ...parts.flatMap(causesOf)];
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}

function isCertificateProblem(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/u.test(code);
}

function reasonOf(error: unknown): string {
  const codes = causesOf(error)
    .map(codeOf)
    .filter((code) => code !== '');
  return codes.at(-1) ?? (error instanceof Error ? error.message : String(error));
}
