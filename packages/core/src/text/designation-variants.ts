import type { LanguageTag } from '../domain/index.ts';
import { foldedString } from './fold-with-alignment.ts';
import { singular } from './normal-form.ts';

/**
 * The folded forms under which a designation is found in running text: itself first, then its regular inflections and
 * spellings. They are made, not looked up; a form that is no word never occurs. Possessives need no form (`node's`
 * holds `node`), nor do case, width, hyphens and middle dots (folding).
 */
export function designationVariants(text: string, language: LanguageTag): readonly string[] {
  const folded = foldedString(text);
  if (!/[\p{L}\p{N}]/u.test(folded)) return [];
  const variants = new Set([folded]);
  if (KATAKANA_WORD.test(folded)) for (const variant of longVowelVariants(folded)) variants.add(variant);
  const lastWord = /[\p{L}\p{N}]+$/u.exec(folded)?.[0] ?? '';
  if (lastWord !== '' && /^[\p{Script=Latin}\p{N}]+$/u.test(lastWord)) {
    const stem = folded.slice(0, folded.length - lastWord.length);
    for (const ending of inflections(lastWord, language, isAcronym(text))) variants.add(stem + ending);
    for (const variant of phrasePlurals(folded, language)) variants.add(variant);
    if (mayBePlural(text, lastWord, language)) variants.add(stem + singular(lastWord));
  }
  return [...variants];
}

/** Short words in capitals, which are other words in small letters: `IT`, `US`, `R`. They are matched with their case. */
export function isAcronym(text: string): boolean {
  return /^(?=.{1,5}$)\p{Lu}[\p{Lu}\p{N}]*$/u.test(text.normalize('NFKC'));
}

const KATAKANA_WORD = /[\p{Script=Katakana}ー]{2,}/u;

/** サーバ and サーバー are one word (JIS Z 8301); a word of one sound before the mark is not (キー, ビー). */
function longVowelVariants(folded: string): string[] {
  const runs = [...folded.matchAll(/[\p{Script=Katakana}ー]{2,}/gu)].slice(-3);
  let variants = [''];
  let from = 0;
  for (const run of runs) {
    const head = folded.slice(from, run.index);
    const forms = longVowelForms(run[0]);
    variants = variants.flatMap((variant) => forms.map((form) => variant + head + form));
    from = run.index + run[0].length;
  }
  return variants.map((variant) => variant + folded.slice(from));
}

function longVowelForms(word: string): readonly string[] {
  if (word.endsWith('ー')) return word.length >= 3 ? [word, word.slice(0, -1)] : [word];
  return [word, `${word}ー`];
}

/** Languages whose texts use English words with English plurals. */
const WITH_ENGLISH_PLURALS = new Set(['en', 'ja', 'zh', 'ko', 'und']);

/** `word` in the plural, by the regular rules of the language; several where spelling alone cannot tell. */
function inflections(word: string, language: LanguageTag, acronym: boolean): readonly string[] {
  if (acronym) return [`${word}s`, ...(word.endsWith('s') ? [`${word}es`] : [])];
  if (/\p{N}$/u.test(word)) return [];
  if (WITH_ENGLISH_PLURALS.has(language)) return word.length < 2 ? [] : englishPlurals(word);
  return PLURALS[language]?.(word) ?? [];
}

const PLURALS: Readonly<Record<string, (word: string) => readonly string[]>> = {
  fr: (word) =>
    /[sxz]$/u.test(word) ? [] : [`${word}s`, ...(/(?:eau|eu)$/u.test(word) ? [`${word}x`] : []), ...frenchAux(word)],
  nl: dutchPlurals,
  de: (word) => (word.length < 4 ? [] : [`${word}s`, `${word}es`, `${word}e`, `${word}n`, `${word}en`]),
  es: (word) => [`${word}s`, `${word}es`],
  pt: (word) => [`${word}s`, `${word}es`],
  it: (word) => (/[aeo]$/u.test(word) ? [word.slice(0, -1) + (word.endsWith('a') ? 'e' : 'i')] : []),
};

function frenchAux(word: string): readonly string[] {
  return word.endsWith('al') ? [`${word.slice(0, -1)}ux`] : [];
}

function englishPlurals(word: string): readonly string[] {
  if (/[^aeiou]y$/u.test(word)) return [`${word.slice(0, -1)}ies`];
  if (word.endsWith('sis')) return [`${word.slice(0, -2)}es`];
  if (/(?:s|x|z|ch|sh)$/u.test(word)) return [`${word}es`, ...latinPlurals(word)];
  return [`${word}s`, ...latinPlurals(word), ...(/[^aeiou]o$/u.test(word) ? [`${word}es`] : [])];
}

function latinPlurals(word: string): readonly string[] {
  if (/[ie]x$/u.test(word)) return [`${word.slice(0, -2)}ices`];
  if (word.endsWith('erion') || word.endsWith('enon')) return [`${word.slice(0, -2)}a`];
  if (/[^f]fe$/u.test(word)) return [`${word.slice(0, -2)}ves`];
  if (/[^f]f$/u.test(word)) return [`${word.slice(0, -1)}ves`];
  return word.endsWith('man') ? [`${word.slice(0, -3)}men`] : [];
}

/** -s, -en with the spelling of open and closed syllables (pan/pannen, boot/boten, brief/brieven, huis/huizen), -n after e. */
function dutchPlurals(word: string): readonly string[] {
  if (word.length < 3) return [`${word}s`];
  const plurals = [`${word}s`];
  if (word.endsWith('e')) plurals.push(`${word}n`);
  if (!/[^aeiou]$/u.test(word)) return plurals;
  plurals.push(`${word}en`);
  if (/(?:^|[^aeiou])[aeiou][bdfgklmnprst]$/u.test(word)) plurals.push(`${word}${word.slice(-1)}en`);
  const open = word.replace(/([aeou])\1([^aeiou])$/u, '$1$2');
  const voiced = open.replace(/f$/u, 'v').replace(/s$/u, 'z');
  plurals.push(`${open}en`, `${voiced}en`);
  return plurals;
}

/** `points of presence`; in French every noun and adjective takes its s (`charges utiles`). */
function phrasePlurals(folded: string, language: LanguageTag): readonly string[] {
  if (language === 'en') {
    const phrase = /^([a-z]{3,})( (?:of|in|to) .+)$/u.exec(folded);
    return phrase === null ? [] : englishPlurals(phrase[1] ?? '').map((plural) => plural + (phrase[2] ?? ''));
  }
  if (language !== 'fr' || !folded.includes(' ')) return [];
  const words = folded.split(' ');
  const small = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'à', 'au', 'aux', 'en', 'et', 'par', 'pour', 'sur']);
  const inflect = (word: string) => (small.has(word) || /[sxz]$/u.test(word) ? word : `${word}s`);
  const preposition = words.findIndex((word) => small.has(word));
  const head = preposition < 0 ? words.length : preposition;
  return [words.map((word, index) => (index < head ? inflect(word) : word)).join(' ')];
}

/**
 * A designation given in the plural is found in the singular, too, unless that is another word (`news`, `lens`) or
 * part of a name (`Windows`).
 */
function mayBePlural(text: string, lastWord: string, language: LanguageTag): boolean {
  if (language !== 'en' || lastWord.length < 4) return false;
  return !/(?:ics|ous|ss|news|lens|series|species|means|goods)$/u.test(lastWord) && !/\p{Lu}\S*$/u.test(text);
}
