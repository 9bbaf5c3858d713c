import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@genglossary/core';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { Registry } from 'prom-client';
import type { ServerContext } from '../context.ts';
import { limits } from '../limits.ts';
import { appRouter } from '../router.ts';
import type { ServerError } from '../server-error.ts';
import type { Access } from './access.ts';
import type { ServeFiles } from './serve-web.ts';

/** Where procedures are called; the WebSocket is at the same path. */
export const TRPC_PATH = '/trpc';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,100}$/u;

export interface HttpTools {
  readonly core: Core;
  readonly access: Access;
  readonly context: Omit<ServerContext, 'requestId' | 'socket'>;
  readonly version: string;
  readonly serveFiles: ServeFiles;
  /** No more calls are taken: the server is closing. */
  readonly isDraining: () => boolean;
}

/** Answers an HTTP request: procedures, the pages for operators, else the files of the web app. */
export function createHttpListener(tools: HttpTools): (request: IncomingMessage, response: ServerResponse) => void {
  const { access, context } = tools;
  const requestIds = new WeakMap<IncomingMessage, string>();
  const callProcedure = createHTTPHandler({
    router: appRouter,
    basePath: `${TRPC_PATH}/`,
    maxBodySize: limits.bodyBytes,
    maxBatchSize: limits.batchCalls,
    createContext: ({ req }) => ({ ...context, requestId: requestIds.get(req) ?? randomUUID() }),
  });
  return (request, response) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    requestIds.set(request, requestId);
    response.setHeader('x-request-id', requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    const path = pathOf(request);

    const refused = access.originRefusal(request, requestId);
    if (refused !== undefined) return refuse(tools, response, refused);
    if (allowOrigin(access, request, response)) return;

    if (path === '/health') return answer(response, 200, { status: 'ok' });
    if (path === '/ready') return void ready(tools, response);
    const isProcedure = path.startsWith(`${TRPC_PATH}/`);
    if (!isProcedure && path !== '/metrics' && path !== '/version') return tools.serveFiles(request, response);

    const unauthorized = access.bearerRefusal(request, requestId);
    if (unauthorized !== undefined) return refuse(tools, response, unauthorized);
    if (isProcedure) return callProcedure(request, response);
    if (path === '/version') return answer(response, 200, { version: tools.version });
    return void metrics(tools, response);
  };
}

/** The path as it was sent: a URL that cannot be parsed is no reason to throw. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

/** Pages of an allowed origin need these words before their browser lets them read an answer. */
function allowOrigin(access: Access, { headers, method }: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = headers;
  if (origin === undefined || !access.allows(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'origin');
  if (method !== 'OPTIONS') return false;
  response.setHeader('access-control-allow-headers', 'authorization, content-type, trpc-accept, x-request-id');
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-max-age', '600');
  response.writeHead(204).end();
  return true;
}

/** Able to work: the database answers (its schema was brought up to date when it was opened) and nothing is closing. */
async function ready({ core, context, isDraining }: HttpTools, response: ServerResponse): Promise<void> {
  try {
    await core.storage.runs.countActive();
    const status = isDraining() ? 'draining' : 'ok';
    answer(response, status === 'ok' ? 200 : 503, { status });
  } catch (error) {
    context.logger.warn('not-ready', { error });
    answer(response, 503, { status: 'database-unavailable' });
  }
}

/** Of the core, and of this server over it. */
async function metrics({ core, context }: HttpTools, response: ServerResponse): Promise<void> {
  try {
    const registry = Registry.merge([core.runs.metrics.registry, context.metrics.registry]);
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType }).end(text);
  } catch (error) {
    context.logger.error('metrics-failed', { error });
    answer(response, 500, { status: 'metrics-unavailable' });
  }
}

function refuse({ context }: HttpTools, response: ServerResponse, error: ServerError): void {
  const { report } = error;
  context.metrics.refusals.inc({ code: report.code });
  context.logger.warn('refusal', { request: report.requestId, code: report.code });
  if (report.code === 'request/too-many') response.setHeader('retry-after', '60');
  // In the shape of a procedure's error, so that every client reads it the same way.
  const httpStatus = getHTTPStatusCodeFromError(error);
  answer(response, httpStatus, {
    error: { message: report.message, code: -32_600, data: { code: error.code, httpStatus, glossary: report } },
  });
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
