import { z } from 'zod';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type GlossaryExport, glossaryExportSchema } from './json-schema.ts';

/**
 * Reads a JSON export back. Fields that this version does not know are left out.
 * @throws `export/invalid` when the text is not JSON or not a glossary of a version that can be read.
 */
export function parseGlossaryExport(text: string): GlossaryExport {
  const result = glossaryExportSchema.safeParse(parseJson(text));
  if (result.success) return result.data;
  throw invalid(z.prettifyError(result.error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid('it is not JSON', cause);
  }
}

function invalid(problem: string, cause?: unknown): GlossaryError {
  return new GlossaryError('export/invalid', `A JSON export cannot be read: ${problem}`, {
    details: { problem },
    cause,
  });
}
