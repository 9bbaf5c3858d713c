import type { LanguageTag } from '../domain/index.ts';

export interface DetectedLanguage {
  readonly language: LanguageTag;
  /** 0–1: the lead of the language over the next one. */
  readonly confidence: number;
}

/** Enough of a text to tell its language: taken from its start, middle and end. */
const SAMPLE = 6_000;

/**
 * The language that most of a text is written in: by script where a script has one language, by function words between
 * languages that share the Latin script (names and identifiers of technical text say nothing, articles and prepositions
 * do). `und` where there is not enough to go by.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = sampleOf(text);
  const byScript = detectByScript(sample);
  if (byScript === undefined) return detectByFunctionWords(sample);
  return (byScript.language === 'ja' ? sentencesAroundJapanese(sample) : undefined) ?? byScript;
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE * 3) return text;
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)} ${text.slice(-SAMPLE)}`;
}

const EAST_ASIAN = /[\u3041-\u3096\u30a1-\u30fa\p{sc=Han}\p{sc=Hangul}]/u;

function detectByScript(sample: string): DetectedLanguage | undefined {
  if (!EAST_ASIAN.test(sample)) return /\p{L}/u.test(sample) ? undefined : { language: 'und', confidence: 0 };
  const kana = count(sample, /[\u3041-\u3096\u30a1-\u30fa]/gu);
  const han = count(sample, /\p{sc=Han}/gu);
  const hangul = count(sample, /\p{sc=Hangul}/gu);
  const letters = count(sample, /\p{L}/gu);
  const eastAsian = kana + han + hangul;
  // A letter of these scripts says about as much as three Latin ones.
  if (eastAsian * 3 < (letters - eastAsian) * 0.5) return undefined;
  if (hangul > kana + han) return { language: 'ko', confidence: hangul / eastAsian };
  if (kana * 10 > han) return { language: 'ja', confidence: Math.min(1, 0.5 + kana / eastAsian) };
  return { language: 'zh', confidence: 0.9 };
}

/** Japanese names few English things by words such as "is" and "although": with many of them, it is the Japanese that is quoted. */
function sentencesAroundJapanese(sample: string): DetectedLanguage | undefined {
  const words = count(sample, /(?<![\p{L}\p{N}_.-])\p{sc=Latin}+(?![\p{L}\p{N}_.-])/gu);
  const characters = count(sample, /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu);
  // A word of English is about two characters of Japanese.
  if (words * 2 < characters) return undefined;
  const detected = detectByFunctionWords(sample.replaceAll(/[^\p{sc=Latin}\s']+/gu, ' '), LEAST_IN_SENTENCES);
  return detected.language === 'und' ? undefined : detected;
}

/** Share of function words in sentences, which titles and names in a row do not have. */
const LEAST_IN_SENTENCES = 0.15;

function detectByFunctionWords(sample: string, leastShare = 0.04): DetectedLanguage {
  const counts = new Map<LanguageTag, number>();
  let total = 0;
  for (const word of sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    total += 1;
    if (word.length > LONGEST_FUNCTION_WORD) continue;
    for (const language of LANGUAGES_BY_WORD.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const ranked = [...counts].toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const [best, second] = ranked;
  if (best === undefined || best[1] < 2 || best[1] < total * leastShare) return { language: 'und', confidence: 0 };
  return { language: best[0], confidence: (best[1] - (second?.[1] ?? 0)) / best[1] };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const FUNCTION_WORDS: Readonly<Record<LanguageTag, string>> = {
  en: 'the of and to in is that for it as with are be this on by from or an which not can have has was were will',
  fr: 'le la les de des du et un une est que qui dans pour par sur au aux avec ne pas ce cette ces sont il elle ou leur',
  nl: 'de het een en van in is dat die te met voor op zijn aan niet er ook als bij door om naar wordt worden of deze dit',
  de: 'der die das und ist in den von zu mit dem des ein eine einer nicht auf für sich auch es an werden wird als sind oder',
  es: 'el la los las de y en un una que es por con para del se no su al lo como más son o este esta',
  it: 'il lo la gli le di e in un una che è per con del della dei delle non si al sono da nel come più questo questa',
  pt: 'o a os as de e em um uma que é por com para do da dos das não se no na ao são como mais este esta',
};

const LANGUAGES_BY_WORD: ReadonlyMap<string, readonly LanguageTag[]> = Object.entries(FUNCTION_WORDS).reduce(
  (byWord, [language, list]) => {
    for (const word of list.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), language]);
    return byWord;
  },
  new Map<string, LanguageTag[]>(),
);

const LONGEST_FUNCTION_WORD = Math.max(...LANGUAGES_BY_WORD.keys().map((word) => word.length));
