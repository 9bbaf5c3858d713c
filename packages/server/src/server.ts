import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Core, GlossaryError, type Logger, silentLogger } from '@genglossary/core';
import { limits } from './limits.ts';
import { createServerMetrics } from './server-metrics.ts';
import { sweepDaily } from './sweep-daily.ts';
import { Access, isLoopback } from './transport/access.ts';
import { createHttpListener } from './transport/http.ts';
import { serveWeb } from './transport/serve-web.ts';
import { attachSockets, type KeepAlive } from './transport/websocket.ts';

export interface ServerSettings {
  /** Opened by the caller, who also closes it, after the server. */
  readonly core: Core;
  /** Address to listen on; this machine only unless told. Any other one needs a token. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly token?: string;
  /** Origins of other pages that may use this server. */
  readonly allowedOrigins?: readonly string[];
  /** The folder of the built web app. */
  readonly webDirectory?: string;
  readonly version?: string;
  readonly logger?: Logger;
  /** How long a request may take to come in. */
  readonly patience?: Patience;
  /** How often followers are asked whether they are still there. */
  readonly keepAlive?: KeepAlive;
}

/** Milliseconds; who takes longer is closed, so that nobody holds connections by sending slowly. */
export interface Patience {
  /** For the headers. */
  readonly headersMs: number;
  /** For the whole request. */
  readonly requestMs: number;
  /** Between two looks. */
  readonly lookMs: number;
}

export interface RunningServer extends AsyncDisposable {
  /** Where it listens: `http://127.0.0.1:4747`. */
  readonly url: string;
  /** Takes no more, tells clients to connect again, waits for calls under way, then closes every connection. */
  close(): Promise<void>;
}

export const DEFAULT_PORT = 4747;

/**
 * Procedures, subscriptions and the web app over one core, on one port.
 *
 * @example
 * ```ts
 * await using core = await openCore({ databasePath: 'glossary.db' });
 * await using server = await createServer({ core, port: 0 });
 * console.log(server.url);
 * ```
 * @throws `config/invalid` for an address that others can reach without a token, or that cannot be listened on: then
 * with what the system said as its cause
 */
export async function createServer({
  core,
  host = '127.0.0.1',
  port = DEFAULT_PORT,
  token,
  allowedOrigins = [],
  webDirectory,
  version = '0.0.0',
  logger = silentLogger,
  patience = limits,
  keepAlive = limits,
}: ServerSettings): Promise<RunningServer> {
  if (!isLoopback(host) && token === undefined) {
    throw invalid(`${host} can be reached by others: set a token, or listen on 127.0.0.1.`);
  }
  if (token !== undefined && !/^[\x20-\x7e]{8,}$/u.test(token)) {
    throw invalid('A token is at least 8 ASCII characters, so that it can be sent in a header.');
  }
  let isDraining = false;
  const metrics = createServerMetrics();
  const context = { core, logger, metrics };
  const access = new Access({ allowedOrigins, isPublic: !isLoopback(host), ...(token === undefined ? {} : { token }) });
  const listener = createHttpListener({
    core,
    access,
    context,
    version,
    serveFiles: serveWeb(webDirectory),
    isDraining: () => isDraining,
  });
  const http = createHttpServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: patience.lookMs,
    },
    listener,
  );
  const sockets = attachSockets(http, { access, context, keepAlive });
  try {
    await listen(http, host, port);
  } catch (error) {
    sockets.closeAll();
    metrics[Symbol.dispose]();
    throw error;
  }
  const url = `http://${urlHost(host)}:${(http.address() as AddressInfo).port}`;
  logger.info('server-start', { url });
  const sweeping = sweepDaily(core, logger);

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    isDraining = true;
    const closed = once(http, 'close');
    http.close();
    sockets.announceEnd();
    http.closeIdleConnections();
    const deadline = setTimeout(() => http.closeAllConnections(), limits.drainMs);
    sockets.closeAll();
    await closed;
    clearTimeout(deadline);
    await sweeping[Symbol.asyncDispose]();
    metrics[Symbol.dispose]();
    logger.info('server-end', { url });
  };
  return {
    url,
    close: () => (closing ??= close()),
    [Symbol.asyncDispose]: () => (closing ??= close()),
  };
}

async function listen(http: ReturnType<typeof createHttpServer>, host: string, port: number): Promise<void> {
  // As many may wait to be taken as may be open: the system resets those for which its queue has no room.
  http.listen({ port, host, backlog: limits.connections });
  try {
    await once(http, 'listening');
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
        ? 'another program listens there; choose another port (--port, 0 for any free one)'
        : String(error);
    throw invalid(`The server cannot listen on ${host}:${port}: ${why}.`, error);
  }
}

function urlHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

function invalid(problem: string, cause?: unknown): GlossaryError<'config/invalid'> {
  return new GlossaryError('config/invalid', problem, { details: { problem }, cause });
}
