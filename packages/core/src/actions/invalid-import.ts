import { GlossaryError } from '../errors/glossary-error.ts';

/** A file that cannot be imported, and why. */
export function invalidImport(problem: string): GlossaryError<'import/invalid'> {
  return new GlossaryError('import/invalid', `The file cannot be imported: ${problem}.`, { details: { problem } });
}
