import type { LanguageTag } from '../domain/index.ts';

/** Where nobody told the language: Japanese writing is Japanese, anything else is taken for English. */
export function languageOf(text: string): LanguageTag {
  return /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u.test(text) ? 'ja' : 'en';
}
