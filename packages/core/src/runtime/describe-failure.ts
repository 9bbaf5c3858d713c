import type { RunFailure } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { maskFields, maskText } from './logger.ts';

const MAX_MESSAGE = 2000;

/** Whatever was thrown, as code and words that may be stored and shown: no stack, no absolute path, no key. */
export function describeFailure(thrown: unknown): RunFailure {
  const words = thrown instanceof Error ? thrown.message : printed(thrown);
  const message = maskText(words === '' ? 'No reason was given.' : words);
  const shown = message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
  if (!GlossaryError.is(thrown)) return { code: 'unexpected', message: shown };
  return { code: thrown.code, message: shown, details: maskFields({ ...thrown.details }) };
}

/** People throw anything, even things that cannot be turned into text. */
function printed(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'Something was thrown that cannot be shown.';
  }
}
