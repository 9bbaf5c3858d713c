import type { ScannedWord } from './scan-words.ts';

export interface WordSpan {
  /** Indices into the words: `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/** What a language knows about full stops that end no sentence. Lower case, without the last full stop. */
export interface Abbreviations {
  /** Always followed by more of the sentence: titles, `e.g`, `fig`. */
  readonly inner: ReadonlySet<string>;
  /** May end a sentence: then a capital follows (`etc`, `inc`). */
  readonly either: ReadonlySet<string>;
  /**
   * Small words that go on with a sentence. After a full stop and a longer word, any other small word begins one: the
   * name of a program (`keeper`, `lampd`), which has no capital even there. Without the list small letters never do.
   */
  readonly continuing?: ReadonlySet<string>;
  /**
   * Words with a capital that open a sentence and are no names: after a single letter ("… to the pole N. The …") one of
   * them shows that the sentence has ended.
   */
  readonly opening?: ReadonlySet<string>;
}

/**
 * Joins the full stop of an abbreviation to its word (`e.g` + `.`), so that what is left of full stops ends sentences.
 * A single capital letter (`J. Smith`) and letters with inner dots (`U.S.`) count as abbreviations in every language.
 */
export function joinAbbreviations(
  text: string,
  words: readonly ScannedWord[],
  abbreviations: Abbreviations,
): ScannedWord[] {
  const joined: ScannedWord[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as ScannedWord;
    const next = words[index + 1];
    if (
      next !== undefined &&
      next.start === word.end &&
      next.end === next.start + 1 &&
      text.charCodeAt(next.start) === FULL_STOP &&
      (word.kind === 'word' || word.kind === 'identifier') &&
      word.end - word.start <= LONGEST_ABBREVIATION &&
      isAbbreviation(text.slice(word.start, word.end), abbreviations)
    ) {
      joined.push({ start: word.start, end: next.end, kind: 'word' });
      index += 1;
    } else joined.push(word);
  }
  return joined;
}

/** Cuts a block's words into sentences. Words must have gone through `joinAbbreviations`. */
export function splitSentences(text: string, words: readonly ScannedWord[], abbreviations: Abbreviations): WordSpan[] {
  const spans: WordSpan[] = [];
  let first = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as ScannedWord;
    const end = isTerminal(text, word) ? endOfTerminals(text, words, index) : index + 1;
    const ends =
      (isTerminal(text, word) &&
        startsSentence(text, { terminal: word, last: words[end - 1] as ScannedWord, next: words[end] })) ||
      (end === index + 1 && startsSmall(text, [words[index - 1], word, words[end]], abbreviations.continuing)) ||
      endsAfterAbbreviation(text, word, { next: words[end], abbreviations });
    if (ends && end < words.length) {
      spans.push({ first, last: end });
      first = end;
    }
    index = end - 1;
  }
  if (first < words.length) spans.push({ first, last: words.length });
  return spans;
}

const FULL_STOP = 0x2e;
const LONGEST_ABBREVIATION = 12;
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;
const INITIAL = /^\p{Lu}$/u;
const TERMINAL = /^(?:[.!?。！？．｡؟।‼⁇⁈⁉]|\.{2,}|…+)$/u;
const WIDE_TERMINAL = /^[。！？．｡]$/u;
const CLOSING = /^[)\]}"'’”»›」』）］｝〉》】〕]$/u;
/** What cannot start a sentence: a small letter, or punctuation that belongs to what came before. */
const CONTINUES = /^[\p{Ll},;:)\]}%。、」』）]/u;

function isAbbreviation(surface: string, abbreviations: Abbreviations): boolean {
  if (INITIAL.test(surface)) return surface !== 'I';
  if (DOTTED.test(surface)) return true;
  const folded = surface.toLowerCase();
  return abbreviations.inner.has(folded) || abbreviations.either.has(folded);
}

function isTerminal(text: string, word: ScannedWord): boolean {
  return word.kind !== 'word' && word.kind !== 'identifier' && TERMINAL.test(text.slice(word.start, word.end));
}

/** Index after the terminal at `index`, further terminals and closing marks that stand directly after it. */
function endOfTerminals(text: string, words: readonly ScannedWord[], index: number): number {
  let end = index + 1;
  for (; end < words.length; end += 1) {
    const word = words[end] as ScannedWord;
    const touches = word.start === (words[end - 1] as ScannedWord).end;
    if (!touches || !(isTerminal(text, word) || CLOSING.test(text.slice(word.start, word.end)))) break;
  }
  return end;
}

function startsSentence(
  text: string,
  { terminal, last, next }: { terminal: ScannedWord; last: ScannedWord; next: ScannedWord | undefined },
): boolean {
  if (next === undefined) return true;
  const following = text.slice(next.start, next.start + 2);
  if (WIDE_TERMINAL.test(text.slice(terminal.start, terminal.end))) {
    // 「…。」と言った: what is quoted is part of the sentence that quotes it.
    const quoted = CLOSING.test(text.slice(last.start, last.end)) && last.end === next.start;
    return !CONTINUES.test(following) && !(quoted && QUOTING.test(following));
  }
  if (next.start === last.end) {
    // 「船具(錨、綱 ...)を」: the bracket belongs to the sentence that goes on behind it.
    const isBracketed = CLOSING.test(text.slice(last.start, last.end));
    return !isBracketed && !ASCII.test(text.slice(last.end, last.end + 1)) && !CONTINUES.test(following);
  }
  return !CONTINUES.test(following) || isIdentifierStart(text, next);
}

/** Particles and the copula after a quotation. */
const QUOTING = /^(?:と|って|など|という|の|を|が|は|も|に|で)/u;
const ASCII = /^[\0-\u00ff]$/u;

/** Sentences of technical text may start with a name in small letters: `kube-apiserver`, `fooBar`. */
function isIdentifierStart(text: string, next: ScannedWord): boolean {
  return next.kind === 'identifier' && /^\p{Ll}/u.test(text.slice(next.start, next.end));
}

/** An abbreviation that no list has is short; a sentence that ends in a longer word has ended. */
function startsSmall(
  text: string,
  [before, terminal, next]: readonly [ScannedWord | undefined, ScannedWord, ScannedWord | undefined],
  continuing: ReadonlySet<string> | undefined,
): boolean {
  if (continuing === undefined || before === undefined || next === undefined || next.kind !== 'word') return false;
  if (before.end !== terminal.start || next.start === terminal.end || text.charCodeAt(terminal.start) !== FULL_STOP)
    return false;
  const following = text.slice(next.start, next.end);
  return (
    LONGER_WORD.test(text.slice(before.start, before.end)) &&
    /^\p{Ll}[\p{Ll}-]{3,}$/u.test(following) &&
    !continuing.has(following)
  );
}

const LONGER_WORD = /^[\p{L}-]{5,}$/u;

function endsAfterAbbreviation(
  text: string,
  word: ScannedWord,
  { next, abbreviations }: { next: ScannedWord | undefined; abbreviations: Abbreviations },
): boolean {
  if (next === undefined || word.kind !== 'word' || text.charCodeAt(word.end - 1) !== FULL_STOP) return false;
  const surface = text.slice(word.start, word.end - 1);
  if (INITIAL.test(surface)) return abbreviations.opening?.has(text.slice(next.start, next.end)) === true;
  if (!abbreviations.either.has(surface.toLowerCase())) return false;
  return /^\p{Lu}/u.test(text.slice(next.start, next.start + 2));
}
