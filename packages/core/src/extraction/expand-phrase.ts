import type { LanguageTag } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { NOTHING_BETWEEN } from './document-mentions.ts';

/** One way to read a candidate out of a phrase. */
export interface Reading {
  readonly key: string;
  /** As it was written. */
  readonly surface: string;
  /** Normal forms, linking words apart. */
  readonly words: readonly string[];
  readonly classes: string;
  /** The phrase, or one of the noun runs that it ties together: nothing larger contains it here. */
  readonly standsAlone: boolean;
  /** It begins where the phrase begins. */
  readonly isFirst: boolean;
  /** It stands where the phrase has its noun: at the end, in Romance languages at the start. */
  readonly isHead: boolean;
  /** Its noun is written with a capital: the last word, in Romance languages the first; in Japanese any. */
  readonly isName: boolean;
  /** A linking word follows it inside the phrase. */
  readonly isTied: boolean;
}

const MOST_WORDS = 5;
const MOST_LINKED_WORDS = 7;

/** All candidates that a phrase may stand for or contain: runs of words that could be a term by their classes. */
export function expandPhrase(
  { text, classes }: { readonly text: string; readonly classes: string },
  language: LanguageTag,
): Reading[] {
  const words = text.split(/[ \t]/u);
  const normal = words.map((word) => normalForm(word, language));
  const readings: Reading[] = [];
  const read = (first: number, last: number, standsAlone: boolean): void => {
    const isWord = last === first + 1;
    const surface = isWord ? (words[first] as string) : surfaceOf(text, words, { first, last });
    const key = isWord ? (normal[first] as string) : normalForm(surface, language);
    if (key === '' || !LETTER.test(key)) return;
    readings.push({
      key,
      surface,
      words: normal.slice(first, last).filter((_, index) => classes[first + index] !== 'o'),
      classes: classes.slice(first, last),
      standsAlone,
      isFirst: first === 0,
      isHead: ROMANCE.has(language) ? first === 0 : last === classes.length,
      isName: CAPITAL.test(language === 'ja' ? surface : (words[ROMANCE.has(language) ? first : last - 1] as string)),
      isTied: classes[last] === 'o',
    });
  };
  const runs = nounRuns(classes);
  for (const [runStart, runEnd] of runs) {
    for (let first = runStart; first < runEnd; first += 1) {
      for (let last = first + 1; last <= Math.min(runEnd, first + MOST_WORDS); last += 1) {
        if (isCandidate(classes, [first, last], language)) read(first, last, first === runStart && last === runEnd);
      }
    }
  }
  for (const [index, [start, end]] of runs.entries()) {
    const next = runs[index + 1];
    if (next === undefined) continue;
    const whole = runs.length === 2;
    for (let first = Math.max(start, end - 3); first < end; first += 1) {
      for (let last = next[0] + 1; last <= Math.min(next[1], first + MOST_LINKED_WORDS); last += 1) {
        if (!isCandidate(classes, [first, end], language) || !isCandidate(classes, [next[0], last], language)) continue;
        read(first, last, whole && first === start && last === next[1]);
      }
    }
  }
  if (runs.length > 2 && classes.length <= MOST_LINKED_WORDS + 1) read(0, classes.length, true);
  return readings;
}

const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;
const ROMANCE: ReadonlySet<LanguageTag> = new Set(['ca', 'es', 'fr', 'it', 'pt', 'ro']);

/** Pieces of a phrase between its linking words (and the article after one), as `[start, end)`. */
function nounRuns(classes: string): [number, number][] {
  const runs: [number, number][] = [];
  let start = 0;
  for (let index = 0; index <= classes.length; index += 1) {
    if (index < classes.length && !'o-'.includes(classes.charAt(index))) continue;
    if (index > start) runs.push([start, index]);
    start = index + 1;
  }
  return runs;
}

function isCandidate(classes: string, [first, last]: readonly [number, number], language: LanguageTag): boolean {
  if (last - first === 1) return classes[first] !== 'd';
  const ends = language === 'en' || language === 'ja' ? 'npgd' : 'npagd';
  if (!'npag'.includes(classes.charAt(first)) || !ends.includes(classes.charAt(last - 1))) return false;
  for (let index = first; index < last; index += 1) if ('np'.includes(classes.charAt(index))) return true;
  return false;
}

function surfaceOf(text: string, words: readonly string[], { first, last }: { first: number; last: number }): string {
  if (words.length === 1) return text;
  let start = 0;
  for (let index = 0; index < first; index += 1) start += (words[index] as string).length + 1;
  let end = start - 1;
  for (let index = first; index < last; index += 1) end += (words[index] as string).length + 1;
  return text.slice(start, end).replaceAll(NOTHING_BETWEEN, '');
}
