import { randomUUID } from 'node:crypto';
import { describeFailure, GlossaryError } from '@genglossary/core';
import type { ErrorCode } from '@genglossary/core/domain';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { wireErrors } from './error-map.ts';

/** What a client learns of a failure: no stack, no path of the server, no key, no SQL. */
export interface ErrorReport {
  readonly code: ErrorCode;
  /** One sentence. */
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hint: string;
  readonly retryable: boolean;
  /** Names the call in the server's log. */
  readonly requestId: string;
}

/** A failure that is ready for the wire; tRPC takes its HTTP status from the code. */
export class ServerError extends TRPCError {
  readonly report: ErrorReport;

  constructor(report: ErrorReport, cause: unknown) {
    super({ code: wireErrors[report.code].trpc, message: report.message, cause });
    this.report = report;
  }
}

/** Whatever was thrown, as what may be told. Answers the same error when it is ready already. */
export function toServerError(thrown: unknown, requestId: string = randomUUID()): ServerError {
  if (thrown instanceof ServerError) return thrown;
  const cause = thrown instanceof TRPCError && thrown.cause !== undefined ? thrown.cause : thrown;
  if (cause instanceof ServerError) return cause;
  if (GlossaryError.is(cause)) {
    const { message, details = {} } = describeFailure(cause);
    // What somebody else made of it is the project's own, as any read answers it: nothing in it is masked or cut.
    const current = 'current' in cause.details ? { current: cause.details.current } : {};
    return serverError(cause.code, message, { requestId, details: { ...details, ...current }, cause });
  }
  if (cause instanceof z.ZodError) {
    const problems = cause.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    );
    return serverError('request/invalid', `The call cannot be understood: ${problems.join('; ')}.`.slice(0, 2000), {
      requestId,
      details: { problems: problems.slice(0, 20) },
      cause,
    });
  }
  if (thrown instanceof TRPCError) return fromTrpc(thrown, requestId);
  return unexpected(cause, requestId);
}

/** tRPC's own refusals of calls that never reached a procedure. */
const MALFORMED = new Set<string>(['BAD_REQUEST', 'PARSE_ERROR', 'METHOD_NOT_SUPPORTED', 'UNSUPPORTED_MEDIA_TYPE']);

/** What tRPC itself refuses, in our words. */
function fromTrpc(error: TRPCError, requestId: string): ServerError {
  const told = (code: ErrorCode, message: string, details: Readonly<Record<string, unknown>>) =>
    serverError(code, message, { requestId, details, cause: error });
  if (error.code === 'NOT_FOUND') return told('request/unknown', 'There is no such procedure.', { path: '' });
  if (error.code === 'PAYLOAD_TOO_LARGE') {
    return told('request/too-large', 'The request is larger than the server takes.', { limit: 'body' });
  }
  if (!MALFORMED.has(error.code)) return unexpected(error, requestId);
  return told('request/invalid', 'The request cannot be understood.', { problems: [error.code] });
}

function unexpected(cause: unknown, requestId: string): ServerError {
  return serverError('server/unexpected', 'The server failed at this call.', {
    requestId,
    details: { requestId },
    cause,
  });
}

/** An error of the closed list, ready for the wire. */
export function serverError(
  code: ErrorCode,
  message: string,
  {
    requestId,
    details,
    cause,
  }: { readonly requestId: string; readonly details: Readonly<Record<string, unknown>>; readonly cause?: unknown },
): ServerError {
  const { hint, isRetryable } = wireErrors[code];
  return new ServerError({ code, message, details, hint, retryable: isRetryable, requestId }, cause);
}
