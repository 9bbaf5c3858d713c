import { GlossaryError } from '@genglossary/core';

/** What somebody asked for and cannot have, as a sentence that says what they can. */
export function invalid(problem: string, cause?: unknown): GlossaryError<'config/invalid'> {
  return new GlossaryError('config/invalid', problem, { details: { problem }, cause });
}
