import type { LanguageTag } from '../domain/index.ts';
import { createOccurrenceFinder } from '../text/find-occurrences.ts';
import { singular } from '../text/normal-form.ts';

/** An entry as texts are held against it. */
export interface ScoredEntry {
  readonly names: readonly string[];
  readonly language: LanguageTag;
}

/** Nothing speaks for or against a word more than this: natural logarithm of how much more often it is met. */
const MOST_LIFT = 4;
const LEAST_LIFT = -1;
/** A text that names the entry speaks for it. */
const NAMED = 1;

/**
 * How well each text suits each entry, by the company that the entry's names keep in the documents: higher is better, 0
 * is as good as chance. It is a score to put texts in order; no statement is accepted or refused by it.
 *
 * A word of the text counts by how much more often it stands in a sentence with the entry than chance would have it
 * (logarithm of observed by expected, half a sentence added to both, bounded), weighed by how rare it is (inverse
 * document frequency over sentences). From that, what the text scores with all entries and what the entry scores with
 * all texts is taken away, so that common words and busy entries gain nothing.
 *
 * @returns by text, then by entry
 */
export function supportScores(
  texts: readonly string[],
  entries: readonly ScoredEntry[],
  sentences: readonly string[],
): readonly (readonly number[])[] {
  const names = entries.flatMap(({ names: own, language }, entry) => own.map((text) => ({ text, language, entry })));
  const finder = createOccurrenceFinder(names);
  const entriesIn = (text: string) =>
    new Set(finder.find(text).map(({ designation }) => names[designation]?.entry ?? -1));
  const inAll = new Map<string, number>();
  const beside = entries.map(() => new Map<string, number>());
  const used = entries.map(() => 0);
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    for (const word of words) inAll.set(word, (inAll.get(word) ?? 0) + 1);
    for (const entry of entriesIn(sentence)) {
      used[entry] = (used[entry] ?? 0) + 1;
      const company = beside[entry];
      if (company !== undefined) for (const word of words) company.set(word, (company.get(word) ?? 0) + 1);
    }
  }
  const own = entries.map((entry) => new Set(entry.names.flatMap((name) => [...wordsOf(name)])));
  const raw = texts.map((text) => {
    const words = [...wordsOf(text)].map((word) => {
      const count = inAll.get(word) ?? 0;
      return { word, count, weight: Math.log(1 + sentences.length / (count + 0.5)) };
    });
    const total = words.reduce((sum, { weight }) => sum + weight, 0);
    const named = entriesIn(text);
    return entries.map((_, entry) => {
      const share = (used[entry] ?? 0) / Math.max(1, sentences.length);
      const score = words.reduce((sum, { word, count, weight }) => {
        if (own[entry]?.has(word) === true) return sum + weight * MOST_LIFT;
        const lift = Math.log(((beside[entry]?.get(word) ?? 0) + 0.5) / (count * share + 0.5));
        return sum + weight * Math.max(LEAST_LIFT, Math.min(MOST_LIFT, lift));
      }, 0);
      return score / Math.max(total, Number.MIN_VALUE) + (named.has(entry) ? NAMED : 0);
    });
  });
  const ofText = raw.map(mean);
  const ofEntry = entries.map((_, entry) => mean(raw.map((row) => row[entry] ?? 0)));
  const overall = mean(ofText);
  return raw.map((row, text) => row.map((one, entry) => one - (ofText[text] ?? 0) - (ofEntry[entry] ?? 0) + overall));
}

/** Words by their stems; of scripts without spaces, pairs of characters. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  const folded = text.normalize('NFKC').toLowerCase();
  for (const [run] of folded.matchAll(RUNS)) {
    if (!/^[\p{sc=Han}\p{sc=Katakana}ー]/u.test(run)) words.add(stem(run));
    else if (run.length < 2) words.add(run);
    else for (let at = 0; at + 1 < run.length; at += 1) words.add(run.slice(at, at + 2));
  }
  return words;
}

/** Characters that carry meaning in Japanese and Chinese; words of other scripts. Hiragana alone says little. */
const RUNS = /[\p{sc=Han}\p{sc=Katakana}ー]+|(?:(?![\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー])[\p{L}\p{N}])+/gu;

function stem(word: string): string {
  const base = singular(word);
  return base.length > 5 ? base.replace(/(?:ing|ed|ly)$/u, '') : base;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
