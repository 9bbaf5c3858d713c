import type { LanguageTag } from '../domain/index.ts';

/**
 * The form under which all variants of a designation are one: width and compatibility forms (NFKC), case, typographic
 * quotes, hyphen/underscore/space, the English plural of the last word, and for Japanese the long vowel mark at the end
 * of a katakana word (サーバー = サーバ, JIS Z 8301) and the middle dot inside katakana (データ・センター = データセンター).
 * It is a key, not for showing: `kubernetes` becomes `kubernete`.
 */
export function normalForm(text: string, language: LanguageTag): string {
  const own = foldText(text);
  // Most names are nothing but words of small letters by now, and all that is left to do is to make one of the last.
  if (SMALL_WORDS.test(own)) return language === 'en' ? singularOfLastWord(own) : own;
  const folded = own.replace(/[-_\s\u2010-\u2015]+/gu, ' ').trim();
  if (JAPANESE.test(folded)) return foldJapanese(folded);
  return language === 'en' ? singularOfLastWord(folded) : folded;
}

/** Case, width and quote folding of any text: lengths may change. */
export function foldText(text: string): string {
  // Of ASCII, NFKC changes nothing; to ask is much faster than to normalise.
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"');
}

const ASCII = /^[\0-\x7f]*$/u;
const SMALL_WORDS = /^[a-z]+(?: [a-z]+)*$/u;
const JAPANESE = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u;
const ENDING_MARK = /(?<=[\p{scx=Katakana}]{2})ー(?![\p{scx=Katakana}])/gu;
const INNER_DOT = /(?<=[\p{scx=Katakana}ー])[・ ](?=[\p{scx=Katakana}])/gu;

function foldJapanese(folded: string): string {
  return folded.replace(INNER_DOT, '').replace(ENDING_MARK, '');
}

function singularOfLastWord(folded: string): string {
  const start = folded.lastIndexOf(' ') + 1;
  const last = folded.slice(start);
  const word = singular(last.includes("'") ? last.replace(/'s?$/u, '') : last);
  return word === last ? folded : folded.slice(0, start) + word;
}

/** Languages without plurals of their own whose texts have English words in them: "Buoy" and "buoys" are one name there. */
export const BORROWS_PLURALS: ReadonlySet<LanguageTag> = new Set(['ja', 'ko', 'zh']);

/** The regular English singular of a folded word; words that only look plural (`status`, `analysis`) stay. */
export function singular(word: string): string {
  if (!word.endsWith('s') || !/^[a-z][a-z.]*[a-z]$/u.test(word) || word.length <= 3) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:ss|x|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/u.test(word) ? word : word.slice(0, -1);
}
