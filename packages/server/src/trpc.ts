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

type Around = Parameters<Parameters<typeof t.procedure.experimental_caller>[0]>[0];

/**
 * Around every call: a request id, one line in the log, one measurement, and an error that may be shown. Not a middleware:
 * tRPC copies all that it knows of a call, twice, for each of those, which costs as much as a small call itself.
 */
async function observed({ args, invoke }: Around): Promise<unknown> {
  // Every adapter of tRPC hands a call over so, and every adapter of this package makes such a context.
  const [call] = args as Parameters<typeof invoke>;
  const { path, type } = call;
  const ctx = call.ctx as ServerContext;
  const requestId = ctx.requestId ?? randomUUID();
  const started = performance.now();
  const over = (code: string): Readonly<Record<string, unknown>> => {
    const seconds = (performance.now() - started) / 1000;
    ctx.metrics.observeRequest(path, type, code, seconds);
    return { request: requestId, procedure: path, kind: type, code, seconds };
  };
  try {
    // Calls over a socket have no id yet.
    const answer = await invoke(ctx.requestId === undefined ? { ...call, ctx: { ...ctx, requestId } } : call);
    ctx.logger.info('request', over('ok'));
    return answer;
  } catch (error) {
    const failure = toServerError(error, requestId);
    const { code } = failure.report;
    if (code === 'server/unexpected') ctx.logger.error('request', { ...over(code), error: failure.cause });
    else ctx.logger.info('request', over(code));
    throw failure;
  }
}

/** What procedures are made with: they are handed the context opened. */
export const procedure = t.procedure.experimental_caller(observed) as unknown as ReturnType<
  typeof t.procedure.use<ServerContext>
>;
