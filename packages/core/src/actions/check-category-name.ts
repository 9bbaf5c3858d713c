import { GlossaryError } from '../errors/glossary-error.ts';

const MAX_NAME = 60;

/** The name of a category as it is kept. @throws `category/invalid` */
export function checkCategoryName(name: string): string {
  const words = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (words === '') throw invalidCategory('it has no name');
  if (words.length > MAX_NAME) throw invalidCategory(`a name is at most ${MAX_NAME} characters long`);
  if (!words.isWellFormed() || /\p{Cc}/u.test(words)) throw invalidCategory('its name has signs that cannot be shown');
  return words;
}

export function invalidCategory(problem: string): GlossaryError<'category/invalid'> {
  return new GlossaryError('category/invalid', `The category cannot be kept: ${problem}.`, { details: { problem } });
}
