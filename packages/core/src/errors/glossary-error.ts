import type { ErrorCode, ErrorDetails } from './error-codes.ts';

/** The one error class: a closed code, details typed by that code, and a message that is a sentence for a developer. */
export class GlossaryError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'GlossaryError';
  readonly code: Code;
  readonly details: ErrorDetails[Code];

  constructor(code: Code, message: string, options: { details: ErrorDetails[Code]; cause?: unknown }) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.details = options.details;
  }

  /** Whether an unknown thrown value is a `GlossaryError` (with the given code). */
  static is<C extends ErrorCode>(error: unknown, code?: C): error is GlossaryError<C> {
    return error instanceof GlossaryError && (code === undefined || error.code === code);
  }
}
