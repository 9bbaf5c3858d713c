import type { PartOfSpeech, Token } from '../../domain/index.ts';
import { foldText } from '../../text/normal-form.ts';
import type { AnalysedSentence, Analyzer, AnalyzerDefinition } from '../analyzer.ts';
import { scanWords, type ScannedWord, type WordKind } from '../scan-words.ts';
import { joinAbbreviations, splitSentences, type Abbreviations } from '../split-sentences.ts';
import type { JapaneseMorpheme, JapaneseTagger } from './japanese-tagger.ts';

const version = '1';
let loaded: Promise<Analyzer> | undefined;

/**
 * Japanese: lindera with the IPADIC dictionary for what is written in kana and kanji, our own scanner for everything
 * else, so that Latin words inside Japanese text keep their own boundaries.
 */
export const japanese: AnalyzerDefinition = {
  name: 'japanese',
  version,
  languages: ['ja'],
  load: () => {
    loaded ??= import('./japanese-tagger.ts').then(({ loadJapaneseTagger }) =>
      createJapaneseAnalyzer(loadJapaneseTagger()),
    );
    return loaded;
  },
};

/** A run of kana and kanji, or one word of any other script. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: 'japanese' | WordKind;
}

const ABBREVIATIONS: Abbreviations = {
  inner: new Set(['e.g', 'i.e', 'vs', 'dr', 'mr', 'ms', 'no', 'vol', 'fig']),
  either: new Set(['etc', 'inc', 'ltd', 'co']),
};

/** Kana (full and half width), kanji and their marks; the middle dot and punctuation are not among them. */
const JAPANESE_RUN =
  /[\u3005-\u3007\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\p{sc=Han}]+/gu;

/** Longer clauses would only cost memory in the dictionary's lattice. */
const LONGEST_CLAUSE = 200;

function createJapaneseAnalyzer(tagger: JapaneseTagger): Analyzer {
  return {
    name: 'japanese',
    version,
    languages: ['ja'],
    analyse: (text) => {
      const pieces = scanPieces(text);
      const words = pieces.map(
        ({ start, end, kind }): ScannedWord => ({ start, end, kind: kind === 'japanese' ? 'word' : kind }),
      );
      return splitSentences(text, words, ABBREVIATIONS).map(
        ({ first, last }): AnalysedSentence => ({
          start: (pieces[first] as Piece).start,
          end: (pieces[last - 1] as Piece).end,
          tokens: clauses(text, pieces.slice(first, last)).flatMap((clause) => tokensOf(text, clause, tagger)),
        }),
      );
    },
  };
}

function scanPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(JAPANESE_RUN)) {
    if (match.index > from) pieces.push(...scanOther(text, from, match.index));
    from = match.index + match[0].length;
    for (let start = match.index; start < from; start += LONGEST_CLAUSE) {
      pieces.push({ start, end: Math.min(start + LONGEST_CLAUSE, from), kind: 'japanese' });
    }
  }
  if (from < text.length) pieces.push(...scanOther(text, from, text.length));
  return pieces;
}

function scanOther(text: string, start: number, end: number): ScannedWord[] {
  return joinAbbreviations(text, scanWords(text, { start, end }), ABBREVIATIONS);
}

/**
 * Pieces that are tagged together: cut at punctuation, and at a space between two Japanese pieces. A closing bracket
 * opens its clause and stands for what it closes: the が after 「…」 is a particle, at the start of a clause it would
 * be taken for a conjunction.
 */
function clauses(text: string, pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  let length = 0;
  for (const piece of pieces) {
    const previous = group.at(-1);
    const apart =
      previous !== undefined &&
      (isMark(piece) ||
        (isMark(previous) && !isClosing(text, previous)) ||
        length > LONGEST_CLAUSE ||
        (previous.end < piece.start && previous.kind === 'japanese' && piece.kind === 'japanese'));
    if (apart) {
      groups.push(group);
      group = [];
      length = 0;
    }
    group.push(piece);
    length += piece.end - piece.start;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function isClosing(text: string, { start, end }: Piece): boolean {
  return /^[)\]}"'’”»」』）］｝〉》】〕]$/u.test(text.slice(start, end));
}

function isMark({ kind }: Piece): boolean {
  return kind === 'punctuation' || kind === 'symbol';
}

function tokensOf(text: string, clause: readonly Piece[], tagger: JapaneseTagger): Token[] {
  if (!clause.some((piece) => piece.kind === 'japanese')) return clause.map((piece) => plainToken(text, piece));
  const shown = clause.map((piece) =>
    piece.kind === 'japanese' ? text.slice(piece.start, piece.end) : placeholder(piece),
  );
  const morphemes = tagger.tag(shown.join(''));
  const tokens: Token[] = [];
  let at = 0;
  let next = 0;
  let offset = 0;
  for (const [index, piece] of clause.entries()) {
    const pieceEnd = offset + (shown[index] as string).length;
    if (piece.kind !== 'japanese') tokens.push(plainToken(text, piece));
    for (; at < pieceEnd && next < morphemes.length; ) {
      const morpheme = morphemes[next] as JapaneseMorpheme;
      const end = Math.min(at + morpheme.length, pieceEnd);
      if (piece.kind === 'japanese')
        tokens.push(
          japaneseToken(text, { start: piece.start + at - offset, end: piece.start + end - offset }, morpheme),
        );
      if (at + morpheme.length > pieceEnd) morphemes[next] = { ...morpheme, length: at + morpheme.length - pieceEnd };
      else next += 1;
      at = end;
    }
    offset = pieceEnd;
  }
  return tokens;
}

/** What the dictionary is shown for a word of another script: all such words behave alike, so clauses repeat more often. */
function placeholder({ kind }: Piece): string {
  return kind === 'number' ? '３' : 'ABC';
}

function plainToken(text: string, { start, end, kind }: Piece): Token {
  return { start, end, partOfSpeech: PLAIN_TAGS[kind], lemma: foldText(text.slice(start, end)) };
}

const PLAIN_TAGS: Readonly<Record<Piece['kind'], PartOfSpeech>> = {
  japanese: 'NOUN',
  word: 'PROPN',
  identifier: 'PROPN',
  number: 'NUM',
  address: 'X',
  punctuation: 'PUNCT',
  symbol: 'SYM',
};

function japaneseToken(
  text: string,
  { start, end }: { start: number; end: number },
  morpheme: JapaneseMorpheme,
): Token {
  const { partOfSpeech, lemma, reading } = morpheme;
  const folded = lemma ?? foldText(text.slice(start, end));
  return reading === undefined
    ? { start, end, partOfSpeech, lemma: folded }
    : { start, end, partOfSpeech, lemma: folded, reading };
}
