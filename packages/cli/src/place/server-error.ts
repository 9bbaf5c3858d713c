import type { GenGlossaryError } from '@genglossary/client';
import { GlossaryError } from '@genglossary/core';

/** What a server refused, as the error that core would throw: commands tell both in the same words. */
export function asCoreError(error: unknown): unknown {
  if (!isServerError(error) || isClientOnly(error)) return error;
  const { code, message, details } = error;
  // Made by the server from an error of that code.
  return new GlossaryError(code as never, message, { details: details as never, cause: error });
}

/** That no server answered, or something that is none: an error only whoever asks over a network knows. */
export function isConnectionError(
  error: unknown,
): error is GenGlossaryError<'client/unreachable' | 'client/not-understood'> {
  return isServerError(error) && isClientOnly(error);
}

/** By its name: the client is loaded only where a server is asked. */
function isServerError(error: unknown): error is GenGlossaryError {
  return error instanceof Error && error.name === 'GenGlossaryError';
}

function isClientOnly({ code }: GenGlossaryError): boolean {
  return code === 'client/unreachable' || code === 'client/not-understood';
}
