import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { asksForStream, streamedAnswer } from './stream-answers.ts';
import { type ProtocolName, protocols, type WireCall } from './protocols.ts';

/** What the server does with a question. */
export type ModelBehaviour =
  /**
   * Says this text, piece by piece where it is asked to or always; with `finish: 'length'` it says that it was stopped.
   */
  | {
      readonly kind: 'say';
      readonly text: string;
      readonly finish?: 'stop' | 'length';
      readonly delayMs?: number;
      readonly alwaysStreams?: boolean;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly code?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the question and never says a word. */
  | { readonly kind: 'hang' }
  /** Begins to answer and falls silent. */
  | { readonly kind: 'hang-in-body' }
  /** Breaks the connection in the middle of the answer. */
  | { readonly kind: 'drop' }
  /** A web page instead of an answer. */
  | { readonly kind: 'garbage' }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly to: string };

export type Behave = (call: WireCall, count: number) => ModelBehaviour;

export interface FakeModelServer extends AsyncDisposable {
  /** `http://127.0.0.1:port`, without a path. */
  readonly origin: string;
  /** The base URL that belongs to a protocol. */
  baseUrl(protocol: ProtocolName): string;
  /** Every question that arrived, in order. */
  readonly calls: readonly WireCall[];
  /** How many other requests (lists of models) there were. */
  readonly listed: () => number;
  /** Connections since the start. */
  readonly connections: () => number;
  /** Questions that wait for an answer now. */
  readonly waiting: () => number;
  /** Most questions that waited at one time. */
  readonly mostWaiting: () => number;
  /** Questions whose connection was closed before they were answered. */
  readonly abandoned: () => number;
  behave(behaviour: ModelBehaviour | Behave): void;
  untilAsked(count: number): Promise<void>;
  untilAbandoned(count: number): Promise<void>;
}

export interface FakeModelOptions {
  /** Others are not found. All are known unless told. */
  readonly models?: readonly string[];
  /** Others are refused. */
  readonly key?: string;
}

const PATHS: Readonly<Record<ProtocolName, string>> = {
  openai: '/v1',
  ollama: '',
  anthropic: '/anthropic/v1',
  google: '/v1beta',
  azure: '/openai',
};

const sayExample: Behave = ({ schema }) => ({ kind: 'say', text: JSON.stringify(exampleOf(schema)) });

/** A language model over real HTTP: speaks the providers' protocols, records what it is asked, misbehaves on command. */
export async function startFakeModel({ models, key }: FakeModelOptions = {}): Promise<FakeModelServer> {
  const calls: WireCall[] = [];
  const sockets = new Set<Socket>();
  const listeners = new Set<() => void>();
  const counts = { connections: 0, waiting: 0, mostWaiting: 0, abandoned: 0, listed: 0 };
  let behave: Behave = sayExample;
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const until = (isReached: () => boolean) =>
    new Promise<void>((reached) => {
      const look = () => {
        if (!isReached()) return;
        listeners.delete(look);
        reached();
      };
      listeners.add(look);
      look();
    });

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await textOf(request);
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(value));
    };
    if (request.method === 'GET') {
      const protocol = protocols.find((one) => one.isList(path));
      if (protocol === undefined) return page(response, 404);
      counts.listed += 1;
      if (key !== undefined && protocol.keyOf(request.headers) !== key) {
        return json(401, protocol.error(401, 'Incorrect API key provided.', 'invalid_api_key'));
      }
      return json(200, protocol.list(models ?? ['some-model']));
    }
    const protocol = protocols.find((one) => one.isCall(path));
    if (protocol === undefined) return page(response, 404);
    const sent = JSON.parse(body) as Record<string, unknown>;
    const call: WireCall = {
      protocol: protocol.name,
      path: request.url ?? '',
      ...protocol.read(path, sent),
      key: protocol.keyOf(request.headers),
      body: sent,
    };
    calls.push(call);
    counts.waiting += 1;
    counts.mostWaiting = Math.max(counts.mostWaiting, counts.waiting);
    response.once('close', () => {
      counts.waiting -= 1;
      if (!response.writableEnded) counts.abandoned += 1;
      changed();
    });
    changed();
    if (key !== undefined && call.key !== key) {
      return json(401, protocol.error(401, 'Incorrect API key provided.', 'invalid_api_key'));
    }
    if (models !== undefined && !models.includes(call.model)) {
      return json(404, protocol.error(404, `The model "${call.model}" does not exist.`, 'model_not_found'));
    }
    const behaviour = behave(call, calls.length);
    switch (behaviour.kind) {
      case 'say': {
        const { text, finish = 'stop', delayMs, alwaysStreams = false } = behaviour;
        if (delayMs !== undefined) await new Promise((next) => setTimeout(next, delayMs));
        if (response.destroyed) return;
        const inputTokens = Math.ceil((call.instructions.length + call.prompt.length) / 4);
        const outputTokens = Math.ceil(text.length / 4);
        const answer = { text, finish, inputTokens, outputTokens };
        if (!alwaysStreams && !asksForStream(call)) return json(200, protocol.answer(call, answer));
        const { contentType, pieces } = streamedAnswer(call, answer);
        response.writeHead(200, { 'content-type': contentType });
        for (const piece of pieces) response.write(piece);
        return void response.end();
      }
      case 'status': {
        const { status, message = 'It went wrong.', code = 'wrong', headers = {} } = behaviour;
        return json(status, protocol.error(status, message, code), headers);
      }
      case 'hang':
        return;
      case 'hang-in-body':
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
        return;
      case 'drop':
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"id": "ab', () => request.socket.destroy());
        return;
      case 'garbage':
        return page(response, 200);
      case 'huge':
        return json(200, { text: 'x'.repeat(behaviour.bytes) });
      case 'redirect':
        response.writeHead(307, { location: behaviour.to }).end();
        return;
      default:
        behaviour satisfies never;
    }
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  server.on('connection', (socket) => {
    counts.connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    baseUrl: (protocol) => `${origin}${PATHS[protocol]}`,
    calls,
    listed: () => counts.listed,
    connections: () => counts.connections,
    waiting: () => counts.waiting,
    mostWaiting: () => counts.mostWaiting,
    abandoned: () => counts.abandoned,
    behave(behaviour) {
      behave = typeof behaviour === 'function' ? behaviour : () => behaviour;
    },
    untilAsked: (count) => until(() => calls.length >= count),
    untilAbandoned: (count) => until(() => counts.abandoned >= count),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function page(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'content-type': 'text/html' })
    .end('<!doctype html><title>Hello</title><p>Not here.</p>');
}

/** The smallest value that fits a schema of ours. */
function exampleOf(schema: unknown): unknown {
  if (schema === null || typeof schema !== 'object') return { ready: true };
  const { type, properties, enum: choices } = schema as Readonly<Record<string, unknown>>;
  if (Array.isArray(choices)) return choices[0];
  if (type === 'object' && properties !== null && typeof properties === 'object') {
    return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, exampleOf(part)]));
  }
  if (type === 'array') return [];
  if (type === 'boolean') return true;
  return type === 'string' ? 'text' : 1;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
