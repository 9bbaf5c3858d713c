import { GlossaryError } from '../errors/glossary-error.ts';
import { foldText } from '../text/normal-form.ts';

const MAX_LENGTH = 200;
/** Controls, lone surrogates, and signs that cannot be seen or turn the direction of writing. */
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

/** The name under which a project is kept: NFC, without spaces at its ends. @throws `project/invalid-name` */
export function validateProjectName(name: string): string {
  const valid = name.normalize('NFC').trim();
  const why = problemOf(valid);
  if (why === undefined) return valid;
  throw new GlossaryError('project/invalid-name', `The project name ${JSON.stringify(name.slice(0, 200))} ${why}.`, {
    details: { name, why },
  });
}

/** Names that people would take for one another. */
export function isSameName(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}

function problemOf(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`;
  if (FORBIDDEN.test(name)) return 'has a character that cannot be seen';
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(name)) return 'has nothing to read';
  return undefined;
}
