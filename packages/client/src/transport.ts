import type { AppRouter } from '@genglossary/contract';
import {
  createWSClient,
  httpBatchStreamLink,
  type Operation,
  retryLink,
  splitLink,
  type TRPCClientError,
  type TRPCLink,
  wsLink,
} from '@trpc/client';
import { reportOf } from './client-error.ts';

/** A way to the procedures: over the network, or in the same process. */
export interface Transport {
  readonly link: TRPCLink<AppRouter>;
  readonly close: () => void | Promise<void>;
}

export interface NetworkSettings {
  /** Of the server: `http://127.0.0.1:4747`. */
  readonly url: string;
  readonly token?: string | undefined;
  /** Instead of the runtime's own. */
  readonly fetch?: typeof fetch;
  readonly WebSocket?: typeof WebSocket;
  /** When a connection that went silent is given up: 15 s between two pings and 5 s for the answer unless told. */
  readonly keepAlive?: { readonly intervalMs: number; readonly pongTimeoutMs: number };
}

/** Longer addresses are refused by servers and proxies. */
const MAX_URL = 4000;
const MAX_BATCH = 50;
/** A call is tried so often. */
const TRIES = 3;

/** Calls over HTTP in batches, subscriptions over one WebSocket that is opened when it is needed. */
export function networkTransport({
  url,
  token,
  fetch: ownFetch,
  WebSocket: ownSocket,
  keepAlive = { intervalMs: 15_000, pongTimeoutMs: 5000 },
}: NetworkSettings): Transport {
  const base = url.replace(/\/+$/u, '');
  const socket = createWSClient({
    url: `${base.replace(/^http/u, 'ws')}/trpc`,
    lazy: { enabled: true, closeMs: 0 },
    keepAlive: { enabled: true, ...keepAlive },
    retryDelayMs: (attempt) => backoff(attempt),
    ...(token === undefined ? {} : { connectionParams: { token } }),
    ...(ownSocket === undefined ? {} : { WebSocket: ownSocket }),
  });
  const calls = httpBatchStreamLink<AppRouter>({
    url: `${base}/trpc`,
    maxURLLength: MAX_URL,
    maxItems: MAX_BATCH,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(ownFetch === undefined ? {} : { fetch: (address, init) => ownFetch(address, init as RequestInit) }),
  });
  const retries = retryLink<AppRouter>({ retry: mayTryAgain, retryDelayMs: backoff });
  const split = splitLink<AppRouter>({
    condition: ({ type }) => type === 'subscription',
    true: wsLink({ client: socket }),
    false: calls,
  });
  return {
    link: (runtime) => {
      const [retry, send] = [retries(runtime), split(runtime)];
      return ({ op }) => retry({ op, next: (again) => send({ op: again, next: unreachable }) });
    },
    close: () => socket.close(),
  };
}

/** 0.25 s, doubled each time, at most 10 s, with jitter, so that many clients do not come back at once. */
function backoff(attempt: number): number {
  const cap = Math.min(10_000, 250 * 2 ** Math.max(0, attempt - 1));
  return cap / 2 + Math.random() * (cap / 2);
}

/** Reads, and writes that carry a key, can be sent again; subscriptions go on where they were. */
function mayTryAgain({
  op,
  error,
  attempts,
}: {
  readonly op: Operation;
  readonly error: TRPCClientError<AppRouter>;
  readonly attempts: number;
}): boolean {
  const report = reportOf(error);
  if (op.type === 'subscription') return report?.retryable === true;
  if (attempts >= TRIES || op.signal?.aborted === true) return false;
  const isKeyed = typeof op.input === 'object' && op.input !== null && 'key' in op.input;
  if (op.type !== 'query' && !isKeyed) return false;
  if (report !== undefined && !report.retryable) return false;
  const status = (error.meta?.['response'] as { readonly status?: number } | undefined)?.status;
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

function unreachable(): never {
  throw new Error('The last link sends by itself.');
}
