import type { LanguageTag } from '../domain/index.ts';
import { type ComparableWord, comparableWords } from './comparable-words.ts';
import { polarityOf } from './polarity.ts';
import type { EvidenceProblem } from './verify-evidence.ts';

/** A text, and the words in another language that it is said to translate. */
export interface Translation {
  readonly text: string;
  /** Of the text. */
  readonly language: LanguageTag;
  /** Held by the documents: somebody else has looked. */
  readonly quote: string;
  /** Of the entry: they may stand in the text as they are. */
  readonly names: readonly string[];
}

/**
 * What shows that a text is no translation of a quotation, as far as that can be seen without knowing what the words of
 * either mean: numbers that only one of them has, names and code that only the text has, a negation that only one of
 * them has (in the languages whose negations are known), far more words than there were, or too few to translate. Where
 * nothing is found the text may still be wrong: it is never more than weakly supported.
 */
export function translationProblems({ text, language, quote, names }: Translation): readonly EvidenceProblem[] {
  const [written, quoted] = [comparableWords(text), comparableWords(quote)];
  const known = new Set([...quoted, ...names.flatMap(comparableWords)].map((word) => word.text));
  const added = written.filter((word) => staysAsItIs(word, { language, text }) && !known.has(word.text));
  const [numbers, quotedNumbers] = [numbersOf(written), numbersOf([...quoted])];
  const ownNumbers = new Set([...quotedNumbers, ...numbersOf(names.flatMap(comparableWords))]);
  const problems: EvidenceProblem[] = [
    ...added.map(({ surface }) => ({ kind: 'missing' as const, word: surface })),
    ...[...numbers.difference(ownNumbers)].map((word) => ({ kind: 'missing' as const, word })),
    ...[...quotedNumbers.difference(numbers)].map((word) => ({ kind: 'uncovered' as const, word })),
  ];
  if (quoted.length < FEWEST_WORDS) problems.push({ kind: 'not-quoted', word: quote });
  if (weightOf(text) > MOST_GROWTH * weightOf(quote) + FREE_WEIGHT) problems.push({ kind: 'not-quoted', word: text });
  if (NEGATIONS_KNOWN.test(language) && isNegated(written) !== isNegated(quoted)) {
    problems.push({ kind: 'negation', word: text });
  }
  return problems;
}

/** What is shorter says too little to be translated. */
const FEWEST_WORDS = 3;
/** A translation has at most so many times the weight of what it translates, beside some words that a grammar wants. */
const MOST_GROWTH = 2;
const FREE_WEIGHT = 20;

const NEGATIONS_KNOWN = /^(?:en|fr|nl|de|es|it|pt|ja)(?:-|$)/u;

/** Names and code, which no translation changes. In German every noun begins with a capital. */
function staysAsItIs(
  { surface, boundary }: ComparableWord,
  { language, text }: { readonly language: LanguageTag; readonly text: string },
): boolean {
  if (!/^\p{Script=Latin}{2,}$/u.test(surface)) return false;
  if (!isLatin(text) || /^\p{Lu}{2,}$/u.test(surface) || /\p{Ll}\p{Lu}/u.test(surface)) return true;
  return /^\p{Lu}/u.test(surface) && boundary !== 'sentence' && !/^de(?:-|$)/u.test(language);
}

/** Whether most of its letters are. */
function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length > letters.length / 2;
}

/** As they are worth: with a point, whatever a language puts between its digits. */
function numbersOf(words: readonly ComparableWord[]): ReadonlySet<string> {
  const numbers = words.filter(({ text }) => /^\p{N}/u.test(text));
  return new Set(numbers.map(({ text }) => text.replaceAll(',', '.')));
}

function isNegated(words: readonly ComparableWord[]): boolean {
  return polarityOf(words).negations.length > 0;
}

/** How much a text says: a character of a script without spaces says as much as two and a half letters. */
function weightOf(text: string): number {
  const dense = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu)?.length ?? 0;
  return dense * 2.5 + (text.length - dense);
}
