import type { LanguageTag } from '../domain/index.ts';

/**
 * The language that a tag (BCP 47) names, as documents and entries have it: language alone, in its shortest form (`en`
 * of `en-GB`, `EN` and `eng`). `undefined` for what is no tag, and for one of a language that nobody has heard of: a
 * typing mistake would otherwise quietly be read by rules for anything.
 */
export function languageOfTag(tag: string): LanguageTag | undefined {
  try {
    const { language, baseName } = new Intl.Locale(tag);
    // Engines differ in how they tell a locale without a language.
    if (baseName === 'und') return baseName;
    return names.of(language) === undefined ? undefined : language;
  } catch {
    return undefined;
  }
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
