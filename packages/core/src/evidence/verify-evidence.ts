import type { LanguageTag, Range, Support } from '../domain/index.ts';
import { singular } from '../text/normal-form.ts';
import { type ComparableWord, comparableWords, isCharacter } from './comparable-words.ts';
import { isFunctionWord } from './function-words.ts';
import { polarityOf } from './polarity.ts';

/** Why a statement does not (fully) stand on its passages, and the word it is about. */
export interface EvidenceProblem {
  readonly kind: 'no-evidence' | 'not-verbatim' | 'not-quoted' | 'missing' | 'uncovered' | 'negation' | 'comparison';
  readonly word: string;
}

export interface Verification {
  readonly support: Support;
  readonly problems: readonly EvidenceProblem[];
}

/** A passage that a statement cites; `text` is the whole original document that it should be in. */
export interface CitedPassage {
  readonly quote: string;
  readonly text: string;
  readonly range: Range;
}

/**
 * The only door by which a statement becomes supported.
 *
 * - `supported`: every passage is verbatim at its offsets, and the statement is a quotation of one of them: its words
 *   stand there side by side, in that order. Line wraps, Markdown marks, width, case and quotes make no difference. It
 *   may begin with the entry's own name ("X is", 「X とは」) where the quotation begins a sentence or follows that name. No
 *   negation may be cut off from the quotation's clause.
 * - `weak`: the words of one of them in another order, or with some left out: every number, name, sign and content word
 *   is in it (by stem; runs of Chinese characters and of katakana as they are), at least three of them, negations and
 *   comparisons are the same, and it names the entry where the statement does.
 * - `unsupported`: anything else. What we gave up: a true paraphrase in other words, or one that joins two passages.
 */
export function verifyStatement(
  statement: { readonly text: string; readonly language: LanguageTag; readonly names: readonly string[] },
  passages: readonly CitedPassage[],
): Verification {
  const words = comparableWords(statement.text);
  if (passages.length === 0 || words.length === 0) return unsupported([{ kind: 'no-evidence', word: '' }]);
  const damaged = passages.filter(
    ({ quote, text, range }) => quote === '' || text.slice(range.start, range.end) !== quote,
  );
  if (damaged.length > 0) return unsupported(damaged.map(({ quote }) => ({ kind: 'not-verbatim', word: quote })));

  const names = statement.names
    .map((name) => comparableWords(name).map((word) => word.text))
    .filter((name) => name.length > 0);
  const sources = passages.map((passage) => comparableWords(passage.quote));
  const quotations = sources.flatMap((source) => quotationsIn(source, words, names));
  if (quotations.some(({ source, start, end }) => !cutsNegation(source, start, end))) {
    return { support: 'supported', problems: [] };
  }
  if (quotations.length > 0) return unsupported([{ kind: 'negation', word: statement.text }]);
  const paraphrases = sources.map((source) => verifyParaphrase(words, source));
  // The passage that holds most of it says best what is missing.
  const [best] = paraphrases.toSorted((a, b) => a.problems.length - b.problems.length);
  return paraphrases.find(({ support }) => support === 'weak') ?? best ?? unsupported([]);
}

interface Quotation {
  readonly source: readonly ComparableWord[];
  readonly start: number;
  readonly end: number;
}

function quotationsIn(
  source: readonly ComparableWord[],
  words: readonly ComparableWord[],
  names: readonly (readonly string[])[],
): readonly Quotation[] {
  const whole = placesOf(source, words);
  const first = /^(?:an?|the)$/u.test(words[0]?.text ?? '') ? 1 : 0;
  const named = names.flatMap((name) => {
    if (!name.every((part, index) => words[first + index]?.text === part)) return [];
    return gluesAfter(words, first + name.length).flatMap((from) =>
      placesOf(source, words.slice(from)).filter((place) => beginsThought(source, place.start, names)),
    );
  });
  return [...whole, ...named];
}

/** After the own name: nothing, a copula, or the Japanese topic marks. */
function gluesAfter(words: readonly ComparableWord[], from: number): readonly number[] {
  const rest = words.slice(from, from + 3).map((word) => word.text);
  const places = [from];
  if (/^(?:is|are|means|=)$/u.test(rest[0] ?? '')) places.push(from + 1);
  if (rest[0] === 'は') places.push(from + 1);
  if (rest[0] === 'と' && rest[1] === 'は') places.push(from + 2);
  return places.filter((place) => place < words.length);
}

function beginsThought(source: readonly ComparableWord[], at: number, names: readonly (readonly string[])[]): boolean {
  if (source[at]?.boundary === 'sentence') return true;
  return names.some(
    (name) => at >= name.length && name.every((part, index) => source[at - name.length + index]?.text === part),
  );
}

function placesOf(source: readonly ComparableWord[], words: readonly ComparableWord[]): readonly Quotation[] {
  const places: Quotation[] = [];
  if (words.length === 0) return places;
  for (let start = 0; start + words.length <= source.length; start += 1) {
    if (
      words.every((word, index) => source[start + index]?.text === word.text && sameBreak(source, words, start, index))
    ) {
      places.push({ source, start, end: start + words.length });
    }
  }
  return places;
}

/** A quotation may not run two sentences of the passage together into one. */
function sameBreak(
  source: readonly ComparableWord[],
  words: readonly ComparableWord[],
  start: number,
  index: number,
): boolean {
  return index === 0 || source[start + index]?.boundary !== 'sentence' || words[index]?.boundary === 'sentence';
}

/** Whether the clause around a quotation says "not" in the part that was left out. */
function cutsNegation(source: readonly ComparableWord[], start: number, end: number): boolean {
  let from = start;
  while (from > 0 && source[from]?.boundary === 'none') from -= 1;
  let to = end;
  while (to < source.length && source[to]?.boundary === 'none') to += 1;
  const inside = polarityOf(source.slice(start, end)).negations.length;
  return polarityOf(source.slice(from, to)).negations.length > inside;
}

function verifyParaphrase(words: readonly ComparableWord[], source: readonly ComparableWord[]): Verification {
  const known = new Set(source.map((word) => stem(word.text)));
  const written = source.map((word) => word.text).join('');
  const missing = words.filter(
    (word, index) =>
      (isFact(word, index) && !known.has(stem(word.text))) || (isNumber(word) && saidMoreOften(word, words, source)),
  );
  const foreign = words.filter(({ text }) => isContent(text) && !known.has(stem(text))).map(({ text }) => text);
  const carriers = Array.from(joinedText(words).matchAll(RUNS), ([run]) => run);
  const runs = carriers.filter((run) => !written.includes(run));
  const problems: EvidenceProblem[] = [
    ...missing.map((word) => ({ kind: 'missing' as const, word: word.surface })),
    ...[...foreign, ...runs].map((word) => ({ kind: 'uncovered' as const, word })),
  ];
  const pairs = characterPairs(words);
  const sourcePairs = new Set(characterPairs(source));
  const uncovered = pairs.filter((pair) => !sourcePairs.has(pair));
  if (uncovered.length > pairs.length * 0.2)
    problems.push(...uncovered.map((word) => ({ kind: 'uncovered' as const, word })));
  const said = polarityOf(words);
  const read = polarityOf(source);
  if (said.negations.join() !== read.negations.join())
    problems.push({ kind: 'negation', word: said.negations.join(' ') });
  if (said.comparisons.join() !== read.comparisons.join()) {
    problems.push({ kind: 'comparison', word: said.comparisons.join(' ') });
  }
  const carrying = words.filter(({ text }) => isContent(text)).length + carriers.length;
  if (carrying < FEWEST_CARRIERS) problems.push({ kind: 'not-quoted', word: '' });
  if (problems.length > 0) return unsupported(problems);
  return { support: 'weak', problems: [{ kind: 'not-quoted', word: '' }] };
}

/** A number may not stand in for another one of its passage. */
function saidMoreOften(
  { text }: ComparableWord,
  words: readonly ComparableWord[],
  source: readonly ComparableWord[],
): boolean {
  const count = (some: readonly ComparableWord[]) => some.filter((word) => word.text === text).length;
  return count(words) > count(source);
}

function isNumber({ text }: ComparableWord): boolean {
  return /\p{N}/u.test(text);
}

/** What says less than this of its passage can be made of any. */
const FEWEST_CARRIERS = 3;

function joinedText(words: readonly ComparableWord[]): string {
  return words
    .map((word) => word.text)
    .join(' ')
    .replace(SPACED, '');
}

/** Spaces between characters that are written without any. */
const SPACED = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]) (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])/gu;
/** What carries the meaning in Japanese and Chinese. */
const RUNS = /\p{sc=Han}+|[\p{sc=Katakana}ー]{2,}/gu;

/** A word that says something: longer than three letters, and of no closed class. */
function isContent(word: string): boolean {
  return word.length > 3 && /^\p{L}/u.test(word) && !isCharacter(word.charAt(0)) && !isFunctionWord(word);
}

/** Numbers, signs and names (capitals that no sentence start explains) must be in the passages, each of them. */
function isFact(word: ComparableWord, index: number): boolean {
  if (/\p{N}|[^\p{L}\p{M}\p{N}']/u.test(word.text)) return true;
  return (
    /^.+\p{Lu}/u.test(word.surface) || (index > 0 && word.boundary !== 'sentence' && /^\p{Lu}/u.test(word.surface))
  );
}

function characterPairs(words: readonly ComparableWord[]): readonly string[] {
  return words.flatMap(({ text }, index) => {
    const next = words[index + 1]?.text;
    return isCharacter(text) && next !== undefined && isCharacter(next) ? [text + next] : [];
  });
}

function stem(word: string): string {
  const base = singular(word);
  return base.length > 5 ? base.replace(/(?:ing|ed|ly)$/u, '') : base;
}

function unsupported(problems: readonly EvidenceProblem[]): Verification {
  return { support: 'unsupported', problems };
}
