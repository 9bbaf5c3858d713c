import { randomUUID } from 'node:crypto';
import { initTRPC, type TRPCDefaultErrorData, type TRPCDefaultErrorShape } from '@trpc/server';
import type { ServerContext } from './context.ts';
import { type ErrorReport, toServerError } from './server-error.ts';

/**
 * What a call is handed is opaque in the types: they are what clients import, and they must name nothing of the inside
 * of the server. `procedure` below opens it.
 */
export type CallContext = object;

/** A failure as it is sent: tRPC's own words, which any of its clients understands, and ours. */
export interface WireErrorShape extends TRPCDefaultErrorShape {
  readonly data: TRPCDefaultErrorData & { readonly glossary: ErrorReport };
}

const t = initTRPC.context<CallContext>().create({
  // A stack never leaves the server, whatever NODE_ENV says.
  isDev: false,
  errorFormatter({ shape, error, ctx }): WireErrorShape {
    const { report } = toServerError(error, (ctx as ServerContext | undefined)?.requestId);
    return { ...shape, message: report.message, data: { ...shape.data, glossary: report } };
  },
});

export const { router } = t;

/** Every call: a request id, one line in the log, one measurement, and an error that may be shown. */
export const procedure = t.procedure.use(async ({ ctx: opaque, path, type, next }) => {
  // Every adapter of this package makes it so: `transport/`, `local.ts`.
  const ctx = opaque as ServerContext;
  const requestId = ctx.requestId ?? randomUUID();
  const started = performance.now();
  // A context is copied for every call that changes it: only calls over a socket have no id yet.
  const opened = (ctx.requestId === undefined ? { ctx: { ...ctx, requestId } } : {}) as { readonly ctx: ServerContext };
  const result = await next(opened);
  const seconds = (performance.now() - started) / 1000;
  const failure = result.ok ? undefined : toServerError(result.error, requestId);
  const code = failure?.report.code ?? 'ok';
  ctx.metrics.observeRequest(path, type, code, seconds);
  if (failure?.report.code === 'server/unexpected') {
    ctx.logger.error('request', {
      request: requestId,
      procedure: path,
      kind: type,
      code,
      seconds,
      error: failure.cause,
    });
  } else ctx.logger.info('request', { request: requestId, procedure: path, kind: type, code, seconds });
  if (failure !== undefined) throw failure;
  return result;
});
