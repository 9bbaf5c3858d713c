import { GlossaryError } from '../errors/glossary-error.ts';

export function notFound(what: string, id: string): GlossaryError<'storage/not-found'> {
  return new GlossaryError('storage/not-found', `There is no ${what} ${id}.`, { details: { what, id } });
}
