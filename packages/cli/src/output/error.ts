import { GlossaryError } from '@genglossary/core';
import { styleText } from 'node:util';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { CommandContext } from '../context.ts';
import { isConnectionError } from '../place/server-error.ts';

/**
 * Tells a failure to a person (what happened, what to do) or, with `--json`, to a program: the same facts under
 * `genglossary.error/1`, on stderr. Returns the exit code. A stack trace is never shown; `--verbose` adds the causes.
 */
export function showError(
  error: unknown,
  { io, words, json, verbose, version }: Pick<CommandContext, 'io' | 'words' | 'json' | 'verbose' | 'version'>,
): number {
  const known = GlossaryError.is(error) ? error : undefined;
  const unanswered = isConnectionError(error) ? error : undefined;
  const code = known?.code ?? unanswered?.code ?? 'internal/unexpected';
  const message = error instanceof Error ? error.message : String(error);
  const told = known === undefined ? message : words.failure(known);
  const hint =
    unanswered === undefined ? (known === undefined ? '' : words.hints[known.code]) : words.connection[unanswered.code];
  if (json) {
    const document = {
      schema: 'genglossary.error/1',
      version,
      ok: false,
      code,
      message,
      hint,
      retryable: unanswered !== undefined,
    };
    io.stderr.write(`${JSON.stringify(document)}\n`);
  } else {
    io.stderr.write(`${styleText('red', words.error, { stream: process.stderr })} ${told} (${code})\n`);
    if (GlossaryError.is(known, 'term/not-found') && known.details.suggestions.length > 0) {
      io.stderr.write(`${words.didYouMean(known.details.suggestions)}\n`);
    }
    if (hint !== '') io.stderr.write(`${hint}\n`);
  }
  if (verbose) for (const cause of causesOf(error)) io.stderr.write(`  ${cause}\n`);
  return known === undefined ? exitCodes.failed : exitCodeOf[known.code];
}

function causesOf(error: unknown): string[] {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined
    ? []
    : [cause instanceof Error ? cause.message : JSON.stringify(cause), ...causesOf(cause)];
}
