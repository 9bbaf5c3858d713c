import type { PartOfSpeech, Token } from '../../domain/index.ts';
import { packageVersion } from '../../runtime/package-version.ts';
import { foldText } from '../../text/normal-form.ts';
import type { AnalysedSentence, Analyzer, AnalyzerDefinition } from '../analyzer.ts';
import { scanWords, type ScannedWord, type WordKind } from '../scan-words.ts';
import { joinAbbreviations, splitSentences, type Abbreviations } from '../split-sentences.ts';
import type { JapaneseMorpheme, JapaneseTagger } from './japanese-tagger.ts';

const version = `3+${packageVersion('lindera-wasm-nodejs-ipadic')}`;
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
  /(?:[\u3005-\u3007\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\p{sc=Han}]|\u3099|\u309a)+/gu;

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

/**
 * One scan of the text with everything Japanese blanked out, and the Japanese runs between: a scan for each gap would go
 * over the rest of the text each time.
 */
function scanPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const others = joinAbbreviations(text, scanWords(text.replaceAll(JAPANESE_RUN, blank)), ABBREVIATIONS);
  let next = 0;
  for (const match of text.matchAll(JAPANESE_RUN)) {
    const from = match.index;
    const to = from + match[0].length;
    for (; next < others.length && (others[next] as ScannedWord).start < from; next += 1) {
      pieces.push(others[next] as ScannedWord);
    }
    for (let start = from; start < to; ) {
      const end = clauseEnd(text, start, to);
      pieces.push({ start, end, kind: 'japanese' });
      start = end;
    }
  }
  for (; next < others.length; next += 1) pieces.push(others[next] as ScannedWord);
  return pieces;
}

/** As long as the run, and nothing that a word could hold: a control character. */
function blank(run: string): string {
  return '\0'.repeat(run.length);
}

/** Where the next piece of a long run ends: never inside a character. */
function clauseEnd(text: string, start: number, runEnd: number): number {
  const end = start + LONGEST_CLAUSE;
  if (end >= runEnd) return runEnd;
  return /^(?:[\udc00-\udfff]|\u3099|\u309a)/.test(text.charAt(end)) ? end - 1 : end;
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
    piece.kind === 'japanese' ? composed(text.slice(piece.start, piece.end)) : placeholder(piece),
  );
  const morphemes = tagger.tag(shown.join(''));
  const tokens: Token[] = [];
  let at = 0;
  let next = 0;
  let offset = 0;
  for (const [index, piece] of clause.entries()) {
    const pieceEnd = offset + (shown[index] as string).length;
    if (piece.kind !== 'japanese') tokens.push(plainToken(text, piece));
    let start = piece.start;
    for (; at < pieceEnd && next < morphemes.length; ) {
      const morpheme = morphemes[next] as JapaneseMorpheme;
      const until = Math.min(at + morpheme.length, pieceEnd);
      if (piece.kind === 'japanese') {
        const end = writtenEnd(text, start, until - at);
        tokens.push(japaneseToken(text, { start, end }, morpheme));
        start = end;
      }
      if (at + morpheme.length > pieceEnd) morphemes[next] = { ...morpheme, length: at + morpheme.length - pieceEnd };
      else next += 1;
      at = until;
    }
    offset = pieceEnd;
  }
  return tokens;
}

/** A kana and its voicing mark, where they have a character of their own together. Dictionaries know no other spelling. */
const VOICED_PAIR = /[\u3046-\u30f2][\u3099\u309a]/gu;

function composed(piece: string): string {
  return /[\u3099\u309a]/.test(piece) ? piece.replaceAll(VOICED_PAIR, (pair) => pair.normalize('NFC')) : piece;
}

/** Where `length` composed units end in the text as it is written. */
function writtenEnd(text: string, start: number, length: number): number {
  let end = start;
  for (let left = length; left > 0; left -= 1) {
    const pair = text.slice(end, end + 2);
    end += composed(pair).length === 1 && pair.length === 2 ? 2 : 1;
  }
  return end;
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
