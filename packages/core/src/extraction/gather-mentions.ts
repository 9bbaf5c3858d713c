import type { Block, Mark, MarkKind, Prose, Sentence } from '../domain/index.ts';
import { type AnnotatedWord, annotatedWords } from './annotated-words.ts';
import type { Cue, DocumentMentions } from './document-mentions.ts';
import { createCounts, inOrder, type MentionCounts, phraseIn, toMentions } from './mention-counts.ts';
import {
  annotatedNames,
  asNames,
  createNameFinder,
  type Definiendum,
  firstFrom,
  markedNames,
  type NameFinder,
} from './name-spans.ts';
import { findPhrases, phraseText, type WordSpan } from './find-phrases.ts';
import { peelMarks } from './peel-marks.ts';
import { isDeterminer, splitIntoWords, type Word } from './split-into-words.ts';
import { splitJapaneseIntoWords } from './split-japanese-into-words.ts';

/** Changes whenever the same sentences could give other mentions: part of the key of every remembered digest. */
export const MENTIONS_VERSION = '12';

/**
 * What a document says about its candidates; what it defines or gives a reading of is one, whatever kinds of words its
 * name has. Linear in the text; the answer is plain data in code-unit order, so that the same document always gives the
 * same bytes.
 */
export function gatherMentions(
  prose: Prose,
  sentences: readonly Sentence[],
  { definienda = [] }: { readonly definienda?: readonly Definiendum[] } = {},
): DocumentMentions {
  const annotations = annotatedWords(prose);
  const findNames = createNameFinder([...definienda, ...annotatedNames(prose.text, annotations)]);
  const byLanguage = new Map<string, MentionCounts>();
  const marks = createCursor(prose.marks);
  const annotated = createCursor(annotations);
  for (const sentence of sentences) {
    const block = prose.blocks[sentence.block];
    if (block === undefined) continue;
    let gathered = byLanguage.get(sentence.language);
    if (gathered === undefined) {
      gathered = createCounts();
      byLanguage.set(sentence.language, gathered);
    }
    gatherSentence(gathered, {
      prose,
      sentence,
      block,
      marks: marks(sentence.start, sentence.end),
      annotations: annotated(sentence.start, sentence.end),
      findNames,
    });
  }
  return { languages: inOrder(byLanguage).map(([language, counts]) => toMentions(language, counts)) };
}

interface Place {
  readonly prose: Prose;
  readonly sentence: Sentence;
  readonly block: Block;
  readonly marks: readonly Mark[];
  readonly annotations: readonly AnnotatedWord[];
  readonly findNames: NameFinder;
}

function gatherSentence(
  gathered: MentionCounts,
  { prose, sentence, block, marks, annotations, findNames }: Place,
): void {
  const isJapanese = sentence.language === 'ja';
  const split = isJapanese ? splitJapaneseIntoWords : splitIntoWords;
  const found = split(prose.text, sentence).flatMap(peelMarks);
  const words = asNames(found, [
    ...findNames(found, sentence.language),
    ...markedNames(found, marks, sentence.language),
  ]);
  const isHeading = block.kind === 'title' || block.kind === 'heading';
  const casingMeansNothing = isHeading || isTitleCase(words);
  for (const word of words) {
    if (LETTER.test(word.text)) gathered.wordCount += 1;
    if (word.reading !== undefined && word.class !== '-' && HAN.test(word.text))
      gathered.readings.set(word.text, word.reading);
  }
  const cue = (text: string, kind: Cue): void => {
    const counts = gathered.cues.get(text) ?? {};
    counts[kind] = (counts[kind] ?? 0) + 1;
    gathered.cues.set(text, counts);
  };
  for (const span of findPhrases(words, !isJapanese && sentence.language !== 'en')) {
    const text = phraseText(words, span);
    const phrase = phraseIn(gathered, text, classesOf(words, span));
    phrase.count += 1;
    if (isHeading) phrase.inHeading += 1;
    if (isDeterminer(words[span.first - 1]?.text ?? '', sentence.language)) phrase.determined += 1;
    if (isRelated(words, span, sentence.language)) phrase.related += 1;
    if (words[span.last - 1]?.isArgument === true) phrase.argument += 1;
    if (!casingMeansNothing && !opensSentence(words, span.first)) phrase.inside += 1;
    for (const kind of cuesAround(words, span, block)) cue(text, kind);
  }
  for (const mark of marks) {
    const kind = CUE_OF_MARK[mark.kind];
    const text = kind === undefined ? '' : coveredPhrase(words, mark.start, mark.end);
    if (kind !== undefined && text !== '') cue(text, kind);
  }
  for (const { start, end } of annotations) {
    const text = coveredPhrase(words, start, end);
    if (text !== '') cue(text, 'annotated');
  }
  const kind = CUE_OF_BLOCK[block.kind];
  if (kind !== undefined && sentence.start <= block.start + 1 && sentence.end >= block.end - 1) {
    const text = coveredPhrase(words, block.start, block.end);
    if (text !== '') cue(text, kind);
  }
}

function classesOf(words: readonly Word[], { first, last }: WordSpan): string {
  let classes = '';
  for (let index = first; index < last; index += 1) classes += (words[index] as Word).class;
  return classes;
}

/** "The rate of …", 「…の割合」: a noun that needs another to say what it is. */
function isRelated(words: readonly Word[], { first, last }: WordSpan, language: string): boolean {
  if (language === 'ja') return words[first]?.isModified === true;
  return language === 'en' && words[last]?.text.toLowerCase() === 'of';
}

const LETTER = /\p{L}/u;
const HAN = /\p{scx=Han}/u;

const CUE_OF_MARK: Readonly<Partial<Record<MarkKind, Cue>>> = {
  strong: 'emphasis',
  emphasis: 'emphasis',
  code: 'code',
  link: 'link',
  term: 'term',
  definiendum: 'term',
  abbreviation: 'term',
};

const CUE_OF_BLOCK: Readonly<Partial<Record<Block['kind'], Cue>>> = {
  title: 'heading',
  heading: 'heading',
  'definition-term': 'term',
};

/** The words between two offsets, without articles, numbers and marks at their ends; empty unless it is a short phrase. */
function coveredPhrase(words: readonly Word[], start: number, end: number): string {
  let first = firstFrom(words, start);
  let last = first;
  for (; last < words.length && (words[last] as Word).end <= end; last += 1) if (last - first > MOST_COVERED) return '';
  while (first < last && '-do'.includes((words[first] as Word).class)) first += 1;
  while (last > first && '-o'.includes((words[last - 1] as Word).class)) last -= 1;
  if (last === first || last - first > 6) return '';
  for (let index = first; index < last; index += 1) if ((words[index] as Word).class === '-') return '';
  return phraseText(words, { first, last });
}

/** More words under one mark are no phrase, whatever stands at their ends. */
const MOST_COVERED = 30;

function* cuesAround(words: readonly Word[], { first, last }: WordSpan, block: Block): Generator<Cue> {
  const before = words[first - 1]?.text ?? '';
  const after = words[last]?.text ?? '';
  if (/^[(（]$/u.test(before) && /^[)）]$/u.test(after)) yield 'parenthesised';
  if (/^["'“‘«„「『]$/u.test(before) && /^["'”’»“」』]$/u.test(after)) yield 'quoted';
  if (DEFINING.test(`${after} ${words[last + 1]?.text ?? ''}`) && startsClause(words, first)) yield 'defined';
  if (block.kind === 'paragraph' && startsClause(words, first) && isPredicate(words, last)) yield 'subject';
  if ((block.kind === 'list-item' || block.kind === 'table-cell') && first === 0 && /^[:：–—-]$/u.test(after))
    yield 'listed';
}

/** A light test of the words after a subject; the sentences themselves are judged where definitions are made. */
const DEFINING =
  /^(?:(?:is|are) (?:an?|the|any|used)\b|(?:means|refers) |と は|とは |(?:est|sont) (?:une?|des|les?|la)\b|(?:is|zijn) een\b)/iu;

/** What says something of a subject before it: a verb, or は. */
function isPredicate(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && (word.class === 'v' || AUXILIARY.test(word.text));
}

const AUXILIARY = /^(?:is|are|was|can|may|will|must|has|have|does|do|est|sont|peut|ont|a|zijn|kan|は)$/u;

function startsClause(words: readonly Word[], first: number): boolean {
  return first === 0 || (first === 1 && /^(?:an?|the|une?|les?|la|l'|een|de|het)$/iu.test(words[0]?.text ?? ''));
}

function opensSentence(words: readonly Word[], first: number): boolean {
  return first === 0 || /^["'“‘«(（•:]$/u.test(words[first - 1]?.text ?? '');
}

/** Most longer words are capitalised: a title or a shout, where a capital says nothing about a word. */
function isTitleCase(words: readonly Word[]): boolean {
  const longer = words.filter(({ text }) => text.length >= 4 && /^\p{L}{4,}/u.test(text));
  return longer.length > 3 && longer.filter(({ text }) => /^\p{Lu}/u.test(text)).length > 0.7 * longer.length;
}

/** What stands inside a range, for ranges that come in order and apart: each piece is looked at once or twice. */
function createCursor<Piece extends { readonly start: number; readonly end: number }>(
  pieces: readonly Piece[],
): (start: number, end: number) => readonly Piece[] {
  let from = 0;
  return (start, end) => {
    while (from < pieces.length && (pieces[from] as Piece).start < start) from += 1;
    const inside: Piece[] = [];
    for (; from < pieces.length && (pieces[from] as Piece).start < end; from += 1) {
      const piece = pieces[from] as Piece;
      if (piece.end <= end) inside.push(piece);
    }
    return inside;
  };
}
