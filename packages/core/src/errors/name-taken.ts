import { GlossaryError } from './glossary-error.ts';

/** Why a name is refused that stands for another entry. Also of who asks before the server would answer. */
export function nameTaken({ id }: { readonly id: string }, name: string): GlossaryError<'entry/name-taken'> {
  return new GlossaryError('entry/name-taken', `There is an entry ${JSON.stringify(name)} already.`, {
    details: { name, id },
  });
}
