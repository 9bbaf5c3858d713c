import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How the server treats a question. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly delayMs?: number }
  /** Takes the question and never says a word. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'status'; readonly status: number }
  /** Breaks the connection in the middle of the answer. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'garbage' }
  /** An answer of so many bytes. */
  | { readonly kind: 'huge'; readonly bytes: number };

/** A language model as runs meet one: a real HTTP server that counts what it is asked, and misbehaves on command. */
export interface ModelServer extends AsyncDisposable {
  readonly url: string;
  /** Questions that arrived, by hash of their text. */
  readonly asked: ReadonlyMap<string, number>;
  /** Questions whose answer was sent to its end, by hash. */
  readonly answered: ReadonlyMap<string, number>;
  /** Connections that are open now. */
  readonly connections: () => number;
  /** Questions that wait for an answer now. */
  readonly waiting: () => number;
  behave(behaviour: Behaviour | ((question: string, count: number) => Behaviour)): void;
  /** Resolves when so many questions have arrived in all. */
  untilAsked(count: number): Promise<void>;
}

const answerAtOnce = (): Behaviour => ({ kind: 'answer' });

export async function startModelServer(): Promise<ModelServer> {
  const asked = new Map<string, number>();
  const answered = new Map<string, number>();
  const sockets = new Set<Socket>();
  const listeners = new Set<() => void>();
  let total = 0;
  let waiting = 0;
  let behaviourOf: (question: string, count: number) => Behaviour = answerAtOnce;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const question = await textOf(request);
    const hash = hashOf(question);
    const count = (asked.get(hash) ?? 0) + 1;
    asked.set(hash, count);
    total += 1;
    waiting += 1;
    response.once('close', () => (waiting -= 1));
    for (const listener of listeners) listener();
    const behaviour = behaviourOf(question, count);
    switch (behaviour.kind) {
      case 'hang':
        return;
      case 'answer':
        await new Promise((next) => setTimeout(next, behaviour.delayMs ?? 0));
        response.end(JSON.stringify({ text: `About ${question}.`, inputTokens: 10, outputTokens: 5 }), () =>
          answered.set(hash, (answered.get(hash) ?? 0) + 1),
        );
        return;
      case 'status':
        response.writeHead(behaviour.status).end();
        return;
      case 'drop':
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"text": "Abo', () => request.socket.destroy());
        return;
      case 'garbage':
        response.end('<html>not an answer</html>');
        return;
      case 'huge':
        response.end(JSON.stringify({ text: 'x'.repeat(behaviour.bytes), inputTokens: 10, outputTokens: 5 }));
        return;
      default:
        behaviour satisfies never;
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    answered,
    connections: () => sockets.size,
    waiting: () => waiting,
    behave(behaviour) {
      behaviourOf = typeof behaviour === 'function' ? behaviour : () => behaviour;
    },
    untilAsked: (count) =>
      new Promise((reached) => {
        const look = () => {
          if (total < count) return;
          listeners.delete(look);
          reached();
        };
        listeners.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export function hashOf(question: string): string {
  return createHash('sha256').update(question).digest('hex');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
