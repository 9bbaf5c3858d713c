import type { LanguageTag } from '../domain/index.ts';
import { languageName, type PromptLanguage } from './compose-prompt.ts';

/**
 * The language to write in, where it is another than that of the passages: `undefined` where it is not, also where only
 * the region differs.
 */
export function otherLanguage(passages: LanguageTag, wanted: LanguageTag | undefined): LanguageTag | undefined {
  return wanted === undefined || baseOf(wanted) === baseOf(passages) ? undefined : wanted;
}

/** The rule for statements in another language: what they translate is quoted, so that it can be looked up. */
export function translationRule(prompt: PromptLanguage, output: LanguageTag): string {
  return RULES[prompt](languageName(output));
}

/** The form of such an answer. */
export const TRANSLATED_FORM = '{"entries":[{"entry":1,"statements":[{"text":"…","quote":"…","passages":[1]}]}]}';

const RULES: Readonly<Record<PromptLanguage, (language: string) => string>> = {
  en: (language) =>
    `"quote" is the words of one passage, copied as the rules above say, in their own language. "text" is a faithful translation of "quote" into ${language}: nothing added and nothing left out, numbers in the same digits, names and code as they are written.`,
  ja: (language) =>
    `"quote" には、1つの抜粋の言葉を、上の規則のとおり元の言語のまま写す。"text" は "quote" の${language}（言語名）への忠実な訳とし、何も足さず、何も省かない。数は同じ数字で、名前とコードは元の表記のまま書く。`,
};

function baseOf(language: LanguageTag): string {
  return language.split('-')[0] ?? language;
}
