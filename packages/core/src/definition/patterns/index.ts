import type { LanguageTag } from '../../domain/index.ts';
import type { DefinitionLanguage } from './definition-pattern.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';

/** The languages in which definitions are found. To add one: a file beside this and a line here. */
const definitionLanguages: Readonly<Record<LanguageTag, DefinitionLanguage>> = {
  de: german,
  en: english,
  fr: french,
  ja: japanese,
  nl: dutch,
};

/** What is known about definitions in a language; `undefined` leaves only structure (lists, tables) to go by. */
export function definitionLanguage(language: LanguageTag): DefinitionLanguage | undefined {
  return definitionLanguages[language];
}

export const knownLanguages: readonly LanguageTag[] = Object.keys(definitionLanguages);
