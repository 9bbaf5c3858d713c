import type { ErrorCode, ErrorDetails } from '@genglossary/contract';
import type { TRPCClientError } from '@trpc/client';

/** Codes that only a client knows. */
export interface ClientErrorDetails {
  /** The server could not be reached. */
  'client/unreachable': { readonly url: string };
  /** The server answered something that is none of its words: another program, or another version. */
  'client/not-understood': { readonly status: number | undefined };
}

type Details = ErrorDetails & ClientErrorDetails;
export type ClientErrorCode = keyof Details;

/** A call that was refused or failed: the code of core, its details, and what to do about it. */
export class GenGlossaryError<Code extends ClientErrorCode = ClientErrorCode> extends Error {
  override readonly name = 'GenGlossaryError';
  readonly code: Code;
  readonly details: Details[Code];
  /** What to do about it; may be empty. */
  readonly hint: string;
  /** Whether the same call can succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** Names the call in the server's log. */
  readonly requestId: string | undefined;

  constructor(
    code: Code,
    message: string,
    options: {
      readonly details: Details[Code];
      readonly hint?: string;
      readonly retryable?: boolean;
      readonly requestId?: string | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details;
    this.hint = options.hint ?? '';
    this.retryable = options.retryable ?? false;
    this.requestId = options.requestId;
  }
}

/** Whether something thrown is an error of ours (of that code), also when it comes from another copy of this package. */
export function isGenGlossaryError<Code extends ClientErrorCode = ClientErrorCode>(
  thrown: unknown,
  code?: Code,
): thrown is GenGlossaryError<Code> {
  if (!(thrown instanceof Error) || thrown.name !== 'GenGlossaryError') return false;
  return code === undefined || ('code' in thrown && thrown.code === code);
}

interface WireReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hint: string;
  readonly retryable: boolean;
  readonly requestId: string;
}

/** Whatever a link threw, as one of ours; an abort stays the reason of its signal. */
export function toClientError(
  thrown: unknown,
  { url, signal }: { readonly url: string; readonly signal?: AbortSignal | undefined },
): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (!isLinkError(thrown)) return thrown;
  const report = reportOf(thrown);
  if (report !== undefined) {
    const { code, message, details, hint, retryable, requestId } = report;
    // The server took the details from an error of that code.
    return new GenGlossaryError(code, message, {
      details: details as never,
      hint,
      retryable,
      requestId,
      cause: thrown,
    });
  }
  const { response } = (thrown.meta ?? {}) as { readonly response?: { readonly status?: number } };
  if (response === undefined) {
    return new GenGlossaryError('client/unreachable', `There is no answer from ${url}.`, {
      details: { url },
      hint: 'Start it with `genglossary serve`, or compare the address.',
      retryable: true,
      cause: thrown,
    });
  }
  return new GenGlossaryError('client/not-understood', `${url} did not answer as a glossary server does.`, {
    details: { status: response.status },
    hint: 'Compare the versions of client and server.',
    cause: thrown,
  });
}

/** By its name: a program may have several copies of tRPC. */
function isLinkError(thrown: unknown): thrown is TRPCClientError<never> {
  return thrown instanceof Error && thrown.name === 'TRPCClientError';
}

/** The server's report in an error of tRPC, where there is one. */
export function reportOf(error: TRPCClientError<never>): WireReport | undefined {
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('glossary' in data)) return undefined;
  return data.glossary as WireReport;
}
