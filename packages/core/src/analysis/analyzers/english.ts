import type { PartOfSpeech, Token } from '../../domain/index.ts';
import { packageVersion } from '../../runtime/package-version.ts';
import type { AnalysedSentence, Analyzer, AnalyzerDefinition } from '../analyzer.ts';
import { scanWords, type ScannedWord } from '../scan-words.ts';
import { joinAbbreviations, splitSentences, type Abbreviations, type WordSpan } from '../split-sentences.ts';
import type { EnglishTagger } from './english-tagger.ts';
import { tagByKind } from './tag-by-kind.ts';

const version = `5+${packageVersion('wink-nlp')}+${packageVersion('wink-eng-lite-web-model')}`;
let loaded: Promise<Analyzer> | undefined;

/** English: words and sentences by rule, parts of speech by wink-nlp, dictionary forms by WordNet's exceptions. */
export const english: AnalyzerDefinition = {
  name: 'english',
  version,
  languages: ['en'],
  load: () => {
    loaded ??= import('./english-tagger.ts').then(({ loadEnglishTagger }) =>
      createEnglishAnalyzer(loadEnglishTagger()),
    );
    return loaded;
  },
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const ABBREVIATIONS: Abbreviations = {
  inner: words(
    'e.g eg i.e cf mr mrs ms dr prof st mt vs viz fig figs eq eqs ref refs sec ch vol no nos pp ed eds approx resp gen col lt sgt capt rev hon gov sen rep dept est min max avg',
  ),
  either: words(
    'etc al inc ltd co corp jr sr bros a.m p.m u.s u.k u.n e.u ph.d b.c a.d jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  continuing: words(
    'about above after again against also although among because been before being below between both could does down during each either else even ever every from further given have having here hers herself himself however into itself just least less like many more most much must near neither nevertheless none note only onto other otherwise ours over perhaps rather same shall should since some still such than that their theirs them then there therefore these they this those though through thus together under unless until upon very well were what when where whereas whether which while whom whose will with within without would your',
  ),
  opening: words('The An This That These Those It They There If When While Although However For In We You Such Then'),
};

function createEnglishAnalyzer(tagger: EnglishTagger): Analyzer {
  return {
    name: 'english',
    version,
    languages: ['en'],
    analyse: (text) => {
      const scanned = splitClitics(text, joinAbbreviations(text, scanWords(text), ABBREVIATIONS));
      const sentences: AnalysedSentence[] = [];
      for (const batch of batches(splitSentences(text, scanned, ABBREVIATIONS))) {
        const first = (batch[0] as WordSpan).first;
        const tokens = tokensOf(text, scanned.slice(first, (batch.at(-1) as WordSpan).last), tagger);
        for (const span of batch) {
          sentences.push({
            start: (scanned[span.first] as ScannedWord).start,
            end: (scanned[span.last - 1] as ScannedWord).end,
            tokens: tokens.slice(span.first - first, span.last - first),
          });
        }
      }
      return sentences;
    },
  };
}

/** The tagger's cost has a fixed part per call and a part that grows with the words at once: groups of sentences. */
const WORDS_AT_ONCE = 400;

function* batches(spans: readonly WordSpan[]): Generator<WordSpan[]> {
  let batch: WordSpan[] = [];
  for (const span of spans) {
    batch.push(span);
    if (span.last - (batch[0] as WordSpan).first < WORDS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function tokensOf(text: string, scanned: readonly ScannedWord[], tagger: EnglishTagger): Token[] {
  const surfaces = scanned.map((word) => text.slice(word.start, word.end));
  const tags = tagger.tag(scanned.map((word, index) => shown(surfaces[index] as string, word)));
  return scanned.map((word, index) => {
    const surface = surfaces[index] as string;
    const partOfSpeech = settle(word, surface, tags[index] as PartOfSpeech);
    return { start: word.start, end: word.end, partOfSpeech, lemma: tagger.lemma(surface, partOfSpeech) };
  });
}

/** `node’s` is two words for the tagger and for whoever gathers noun phrases, `don’t` as well. */
function splitClitics(text: string, scanned: readonly ScannedWord[]): ScannedWord[] {
  const split: ScannedWord[] = [];
  for (const word of scanned) {
    const middle = word.start + cliticIn(text, word);
    if (middle === word.start) split.push(word);
    else split.push({ ...word, end: middle }, { start: middle, end: word.end, kind: 'word' });
  }
  return split;
}

/** Where in a word its clitic begins; 0 where it has none. */
function cliticIn(text: string, { start, end, kind }: ScannedWord): number {
  if ((kind !== 'word' && kind !== 'identifier') || end - start < 3) return 0;
  // Every clitic has its apostrophe before its last letter or two: few words have one there.
  if (!isApostrophe(text.charCodeAt(end - 2)) && !isApostrophe(text.charCodeAt(end - 3))) return 0;
  return CLITIC.exec(text.slice(start, end))?.index ?? 0;
}

const CLITIC = /(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$/iu;

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

/** What the tagger is shown for a word: always something that it takes as it is, whatever it has seen before. */
function shown(written: string, { kind }: ScannedWord): string {
  if (written.length > LONGEST_SHOWN) return 'Thingumajig';
  if (kind === 'word' && ASCII_LETTERS.test(written)) return written;
  const surface = written.normalize('NFC');
  switch (kind) {
    case 'word':
      if (PLAIN.test(surface) || surface.endsWith('.')) return surface;
      if (CLITIC.test(surface)) return surface.replace('’', "'");
      // A compound behaves like its last part: a load-balancer is a balancer.
      return /\p{L}+\P{L}*$/u.exec(surface)?.[0].replace(/\P{L}+$/u, '') ?? 'thing';
    case 'identifier':
    case 'address':
      return 'Thingumajig';
    case 'number':
      return '10';
    case 'punctuation':
    case 'symbol':
      return /^[.,;:!?()]$/u.test(surface) ? surface : ',';
    default:
      return kind satisfies never;
  }
}

const ASCII_LETTERS = /^[A-Za-z]+$/u;
const PLAIN = /^\p{L}+$/u;
/** The time of the tagger grows with the square of a word's length; no word is longer. */
const LONGEST_SHOWN = 80;

/** A compound with such an end describes something: `hand-made`, `lamp-like`, `rust-free`. */
const COMPOUND_ADJECTIVE =
  /(?:ed|ing|en|[-\u2010\u2011](?:like|free|wide|style|proof|ready|only|friendly|specific|aware|sized))$/iu;

/** A verb or numeral and its particle, joined, is a noun: `cut-off`, `top-up`, `one-off`, `sign-in`. */
const COMPOUND_NOUN =
  /^\p{L}+[-\u2010\u2011](?:about|around|away|back|by|down|in|off|on|out|over|round|through|under|up)s?$/iu;

function settle({ kind }: ScannedWord, surface: string, tagged: PartOfSpeech): PartOfSpeech {
  if (kind !== 'word') return tagByKind(kind);
  if (ASCII_LETTERS.test(surface) || !/[-\u2010\u2011]/u.test(surface)) return tagged;
  if (COMPOUND_NOUN.test(surface)) return 'NOUN';
  return COMPOUND_ADJECTIVE.test(surface) ? 'ADJ' : tagged;
}
