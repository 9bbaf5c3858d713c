import type { Token } from '../domain/index.ts';

/** The kind of thing that a defining part names first, in prose offsets. */
export interface Genus {
  readonly start: number;
  readonly end: number;
}

/**
 * The head of the noun phrase that `tokens` begins with: its last noun before anything that is not part of a noun
 * phrase. "a large worker machine that …" → "worker machine". For "a kind of machine" the kind is looked through.
 */
export function leadingGenus(tokens: readonly Token[], text: string): Genus | undefined {
  let index = 0;
  let found: Genus | undefined;
  for (let depth = 0; depth < 3; depth++) {
    const run = nounRun(tokens, index, text);
    if (run === undefined) return found;
    const next = tokens[run.end];
    const head = tokens[run.end - 1];
    const first = tokens[run.nounStart];
    if (head === undefined || first === undefined) return found;
    found = { start: first.start, end: head.end };
    if (next !== undefined && text.slice(next.start, next.end) === 'of' && KINDS.has(head.lemma)) {
      index = run.end + 1;
      continue;
    }
    return found;
  }
  return found;
}

/** Whether a run of tokens can be the name of a thing: it ends in a noun and holds no verb, pronoun or conjunction. */
export function isNameLike(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const first = tokens[0];
  if (last === undefined || first === undefined) return false;
  if (tokens.length > 1 && (first.partOfSpeech === 'ADV' || first.partOfSpeech === 'ADP')) return false;
  if (!NAME_ENDS.has(last.partOfSpeech)) return false;
  return !tokens.some((token, index) => token.partOfSpeech === 'PRON' || (token.partOfSpeech === 'AUX' && index > 0));
}

/**
 * Whether a label goes on with what the thing does ("Records the height of …"). A plural is never followed by an article
 * or, but for names, by another noun: a capital at the start hides the verb from taggers.
 */
export function opensWithVerb([first, second, third]: readonly Token[], text: string): boolean {
  if (first === undefined || second === undefined) return false;
  const surface = text.slice(first.start, first.end);
  if (!/^\p{Lu}?\p{Ll}+s$/u.test(surface) || /(?:ss|us|is)$/u.test(surface)) return false;
  if (second.partOfSpeech === 'ADJ') return third?.partOfSpeech === 'NOUN';
  return second.partOfSpeech === 'DET' || (second.partOfSpeech === 'NOUN' && second.start > first.end);
}

/**
 * After what could be the kind of a thing comes a verb of its own: it was the subject of a clause ("Nets let you …"). A
 * participle that belongs to the noun is followed by neither an article nor the end ("The lamp failed.").
 */
export function goesOnWithVerb(tokens: readonly Token[], { end }: Genus, text: string): boolean {
  const at = afterPhrases(
    tokens,
    tokens.findIndex((token) => token.start >= end),
    text,
  );
  const [verb, next] = [tokens[at], tokens[at + 1]];
  if (verb === undefined || (verb.partOfSpeech !== 'VERB' && verb.partOfSpeech !== 'AUX')) return false;
  const surface = text.slice(verb.start, verb.end).toLowerCase();
  if (verb.partOfSpeech === 'AUX' || surface === verb.lemma || surface.endsWith('s')) return true;
  if (surface.endsWith('ing')) return false;
  return next === undefined || next.partOfSpeech === 'DET' || next.partOfSpeech === 'PUNCT';
}

/** The index after brackets and what belongs to a noun before: "of the hull", "following the mast". */
function afterPhrases(tokens: readonly Token[], from: number, text: string): number {
  let at = from;
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    const surface = text.slice(token.start, token.end);
    if (surface === '(') {
      const close = tokens.findIndex(({ start, end }, index) => index > at && text.slice(start, end) === ')');
      if (close < 0) return at;
      at = close + 1;
    } else if (token.partOfSpeech === 'ADV' || token.partOfSpeech === 'NUM') {
      at += 1;
    } else if (PREPOSITIONS.has(surface) || (token.partOfSpeech === 'VERB' && surface.endsWith('ing'))) {
      const run = nounRun(tokens, at + 1, text);
      const next = tokens[at + 1];
      // "The vessel in which malt is steeped": that clause belongs to the vessel.
      if (run === undefined || next === undefined || /^wh/iu.test(text.slice(next.start, next.end))) return at;
      at = run.end;
    } else return at;
  }
  return at;
}

/** Those that never open a clause. */
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of in on at for with by from to between within under over through without about into per'.split(' '),
);

const NAME_ENDS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'X', 'SYM', 'NUM', 'VERB', 'ADJ', 'INTJ', 'ADV']);

/** Words that say "of this kind" and leave the kind to the next noun. */
const KINDS: ReadonlySet<string> = new Set(
  'type kind form sort class variety species branch breed brand category piece number family style genre subtype subset'.split(
    ' ',
  ),
);

interface NounRun {
  /** Index of the first noun of the head compound. */
  readonly nounStart: number;
  /** Index after the last noun. */
  readonly end: number;
}

function nounRun(tokens: readonly Token[], from: number, text: string): NounRun | undefined {
  let index = from;
  const determined = tokens[index]?.partOfSpeech === 'DET';
  if (determined) index++;
  // "any of several", "one of the": the kind comes after.
  const second = tokens[index];
  if (determined && second?.partOfSpeech === 'NUM' && tokens[index + 1]?.lemma === 'of') index++;
  const quantified = tokens[index];
  if (determined && quantified !== undefined && text.slice(quantified.start, quantified.end) === 'of') {
    index += tokens[index + 1]?.partOfSpeech === 'DET' ? 2 : 1;
  }
  while (index < tokens.length && isModifier(tokens, index)) index++;
  const nounStart = index;
  while (index < tokens.length && isNoun(tokens[index])) index++;
  // "a German national militia": a name used as an adjective does not end the phrase.
  while (index > nounStart && tokens[index]?.partOfSpeech === 'ADJ' && isNoun(tokens[index + 1])) {
    index++;
    while (index < tokens.length && isNoun(tokens[index])) index++;
  }
  if (index > nounStart) return { nounStart, end: index };
  // After an article a phrase has a head, whatever the tagger made of it ("a solid"); "is" is never followed by a bare
  // infinitive, so that a word tagged as one is a noun ("is speed in").
  const head = adjectiveHead(tokens, from + 1, index);
  if (determined && head > from && tokens[head]?.partOfSpeech === 'ADJ') return { nounStart: head, end: index };
  const next = tokens[index];
  if (next?.partOfSpeech === 'VERB' && !/(?:ed|ing|en)$/u.test(next.lemma) && isBase(next, text))
    return { nounStart: index, end: index + 1 };
  return undefined;
}

/** The last adjective before anything else ("a solid", "a diagnostic performed daily"). */
function adjectiveHead(tokens: readonly Token[], from: number, end: number): number {
  const other = tokens.slice(from, end).findIndex(({ partOfSpeech }) => partOfSpeech === 'VERB');
  return (other < 0 ? end : from + other) - 1;
}

function isBase(token: Token, text: string): boolean {
  return text.slice(token.start, token.end).toLowerCase() === token.lemma;
}

function isNoun(token: Token | undefined): boolean {
  return token !== undefined && (token.partOfSpeech === 'NOUN' || token.partOfSpeech === 'PROPN');
}

const MODIFIERS: ReadonlySet<string> = new Set(['ADJ', 'ADV', 'NUM', 'SYM', 'X']);

function isModifier(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (MODIFIERS.has(token.partOfSpeech)) return true;
  // A participle, comma, hyphen or "and" counts only inside the phrase: an adjective or noun has to follow.
  const inside = token.partOfSpeech === 'VERB' || token.partOfSpeech === 'PUNCT' || token.partOfSpeech === 'CCONJ';
  const next = tokens[index + 1];
  if (!inside || next === undefined) return false;
  if (isNoun(next) || next.partOfSpeech === 'ADJ' || next.partOfSpeech === 'VERB' || next.partOfSpeech === 'ADV')
    return true;
  const after = tokens[index + 2];
  return (
    token.partOfSpeech === 'VERB' &&
    (next.partOfSpeech === 'PUNCT' || next.partOfSpeech === 'CCONJ') &&
    after !== undefined &&
    (isNoun(after) || after.partOfSpeech === 'ADJ' || after.partOfSpeech === 'VERB' || after.partOfSpeech === 'ADV')
  );
}
