import type { CandidateStatistics } from './candidate-statistics.ts';
import { compoundParts, isCompounding } from './compound-parts.ts';
import type { CorpusStatistics } from './corpus-statistics.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { type GeneralLanguage, generalLanguageOf } from './general-language.ts';
import { markedShare } from './marked-share.ts';
import type { WordClass } from './split-into-words.ts';
import { isAboutText } from './words-about-text.ts';

/** Signals of termhood and unithood, each scaled to about 0–1 within any corpus. What they weigh is in `weights.ts`. */
export interface Measures {
  /** log2(1 + occurrences) / 10. */
  readonly frequency: number;
  /** log2(1 + C-value) / 10: occurrences that longer candidates do not explain (Frantzi, Ananiadou, Mima 2000), weighted by length. */
  readonly unithood: number;
  /** 0 in languages without graded words. Keyness of its most telling word: signed log10(1 + G²) / 4 against general language (Dunning 1993). */
  readonly contrast: number;
  /** Mean keyness of its words, the same scale. */
  readonly contrastMean: number;
  /** Zipf value / 5 of its most common word. */
  readonly common: number;
  /** In running text: 1 where it is one of the most common words of its language, alone. */
  readonly everyday: number;
  /** Zipf value / 5 of its rarest word, in running text: documentation makes its terms of everyday words. */
  readonly rare: number;
  /** Japanese: the Zipf value / 5 of the most common word of a name in Latin letters: "value" is a field, not a name. */
  readonly english: number;
  /** log2(1 + longer phrases that it is a part of) / 10: general words are part of everything. */
  readonly productive: number;
  /** Languages that write compounds as one word: log2(1 + uses) / 10 of the words that it opens and ends with, summed. */
  readonly compound: number;
  /** 1 where it is always inside a longer candidate. */
  readonly fragment: number;
  readonly threeWords: number;
  readonly longer: number;
  /** Share of occurrences as a verb form or adjective alone; in Japanese as a noun that する makes a verb. */
  readonly verb: number;
  readonly doing: number;
  readonly adjective: number;
  /** It has a participle, an adjective, a linking word, a digit; it is one word of one or two letters. */
  readonly participle: number;
  readonly described: number;
  readonly linked: number;
  readonly digit: number;
  /** 1 where it always ends with a number ("Article 5"): which one of its kind is meant, not a kind. */
  readonly numbered: number;
  readonly short: number;
  /** A word of it is a single Latin letter: a variable, an initial. */
  readonly letter: number;
  /** 1 where it often occurs, but never as the noun after a determiner. */
  readonly neverDetermined: number;
  /** How far it has to be said of what it is ("the rate of …", 「…の割合」): such a noun names no thing by itself. */
  readonly related: number;
  /** Japanese: how far no sentence ever speaks of it (「既存の…」「現在は」): such a noun is an adjective or adverb. */
  readonly attributive: number;
  /** 1 where it is a word by which documents speak of themselves. */
  readonly aboutText: number;
  /** Share of capitals where they mean something, in running text: in documentation every product and tool has them. */
  readonly name: number;
  /**
   * 1 where it is written as code writes names: "inboxSize", "size_max", "inbox.size". In Japanese capitals inside of a
   * word do not count: what a translator leaves as it was is a name.
   */
  readonly identifier: number;
  /** 1 where both its singular and its plural are written: what can be counted is a thing. */
  readonly counted: number;
  readonly acronym: number;
  /** Cues, log2(1 + times) / 5. */
  readonly heading: number;
  readonly term: number;
  readonly emphasis: number;
  readonly link: number;
  readonly defined: number;
  readonly listed: number;
  readonly quoted: number;
  readonly parenthesised: number;
  /** 1 where its reading is given, less where authors give those of many words, 0 where of every tenth. */
  readonly annotated: number;
  /** Sentences that say what it is, weighed by how sure they are; the same scale as cues. */
  readonly explained: number;
  /** Places that define it beyond doubt: 1 where there is one. */
  readonly certain: number;
  /** Sentences of paragraphs that begin with it and say something of it; the same scale as cues. */
  readonly subject: number;
  /** log2(1 + occurrences in headings, alone or among other words) / 10. */
  readonly inHeadings: number;
  /** Share of occurrences that are code: what nobody says in words is no term. */
  readonly onlyCode: number;
  /** Share of occurrences that are links: what is only ever linked is the name of a page. */
  readonly onlyLink: number;
  /** 0–1: a heading in a tenth of the documents belongs to their form ("Prerequisites"), not to their subject. */
  readonly template: number;
}

export type Measure = keyof Measures;

/** What is asked of each word, and many candidates share. */
interface WordMeasures {
  readonly zipf: number;
  readonly keyness: number;
  readonly hasLetter: boolean;
  /** A single Latin letter, with marks. */
  readonly isLetter: boolean;
}

/** What the words of a corpus are worth: made once, read for each candidate. */
export function* createMeasure(corpus: CorpusStatistics): Sliced<(candidate: CandidateStatistics) => Measures> {
  const general = yield* generalLanguageOf(corpus.language);
  const english = corpus.language === 'ja' ? yield* generalLanguageOf('en') : undefined;
  const running = 1 - markedShare(corpus);
  const known = new Map<string, WordMeasures>();
  const measure = (word: string): WordMeasures => {
    let measured = known.get(word);
    if (measured === undefined) {
      const count = general.isGraded ? corpus.words.get(word) : undefined;
      const zipf = general.zipf(word);
      measured = {
        zipf,
        keyness: count === undefined ? 0 : keynessOf(count, { total: corpus.wordCount, zipf }),
        hasLetter: /\p{L}/u.test(word),
        isLetter: /^\p{sc=Latin}\p{P}*$/u.test(word),
      };
      known.set(word, measured);
    }
    return measured;
  };
  const uses = (part: string): number => (general.zipf(part) < EVERYDAY ? (corpus.words.get(part) ?? 0) : 0);
  const compound = (word: string): number => {
    const { opening, ending } = compoundParts(word, uses);
    return (Math.log2(1 + opening) + Math.log2(1 + ending)) / 10;
  };
  return (candidate) => {
    const { frequency, cues } = candidate;
    const words = candidate.words.map(measure).filter(({ hasLetter }) => hasLetter);
    const keys = words.map(({ keyness }) => keyness);
    const zipfs = words.map(({ zipf }) => zipf);
    const size = candidate.words.length;
    const classes = mostFrequent(candidate.classes);
    const share = (...alone: readonly WordClass[]): number =>
      alone.reduce((sum, one) => sum + (candidate.classes.get(one) ?? 0), 0) / frequency;
    const surface = mostFrequent(candidate.forms);
    const explained = candidate.containers === 0 ? 0 : candidate.nested / candidate.containers;
    return {
      frequency: Math.log2(1 + frequency) / 10,
      unithood: Math.log2(1 + Math.log2(size + 1) * Math.max(0, frequency - explained)) / 10,
      contrast: Math.max(...keys) / 4,
      contrastMean: keys.reduce((sum, key) => sum + key, 0) / keys.length / 4,
      common: Math.max(...zipfs) / 5,
      everyday: words.length === 1 && Math.max(...zipfs) >= EVERYDAY ? running : 0,
      rare: (running * Math.min(...zipfs)) / 5,
      english: english !== undefined && LATIN.test(candidate.key) ? commonest(candidate.words, english) / 5 : 0,
      productive: Math.log2(1 + candidate.containers) / 10,
      compound: isCompounding(corpus.language) && size === 1 ? compound(candidate.key) : 0,
      fragment: Number(candidate.alone === 0),
      threeWords: Number(size === 3),
      longer: Number(size > 3),
      verb: corpus.language === 'ja' ? 0 : share('v', 'g'),
      doing: corpus.language === 'ja' ? share('v') : 0,
      adjective: share('a'),
      participle: Number(size > 1 && classes.includes('g')),
      described: Number(size > 1 && classes.includes('a')),
      linked: Number(classes.includes('o')),
      digit: Number(/\p{N}/u.test(candidate.key)),
      numbered: Number(size > 1 && candidate.classes.keys().every((own) => own.endsWith('d'))),
      short: Number(size === 1 && candidate.key.length <= 2),
      letter: Number(words.some(({ isLetter }) => isLetter)),
      neverDetermined: Number(frequency > 2 && candidate.determined === 0 && corpus.language !== 'ja'),
      related: relatedShare(candidate, corpus.language),
      attributive: attributiveShare(candidate, corpus.language),
      aboutText: Number(isAboutText(candidate.key, corpus.language)),
      name: running * (candidate.inside === 0 ? 0.3 : candidate.capitalised / candidate.inside),
      identifier: Number((corpus.language === 'ja' ? JOINED : JOINED_OR_HUMPED).test(surface)),
      counted: Number(corpus.language !== 'ja' && isCounted(candidate)),
      acronym: Number(/^[\p{Lu}\p{N}][\p{Lu}\p{N}.&-]*\p{Lu}[\p{Lu}\p{N}]*s?$/u.test(surface) && surface.length <= 8),
      heading: times(cues.heading),
      term: times(cues.term),
      emphasis: times(cues.emphasis),
      link: times(cues.link),
      defined: times(cues.defined),
      listed: times(cues.listed),
      quoted: times(cues.quoted),
      parenthesised: times(cues.parenthesised),
      annotated: cues.annotated === undefined ? 0 : Math.max(0, 1 - (10 * corpus.annotatedCount) / corpus.wordCount),
      explained: times(candidate.explained / 1000),
      certain: Number(candidate.definitions > 0),
      subject: times(cues.subject),
      inHeadings: Math.log2(1 + candidate.inHeading) / 10,
      onlyCode: Math.min(1, (cues.code ?? 0) / frequency),
      onlyLink: Math.min(1, (cues.link ?? 0) / frequency),
      template: isRepeated(cues.heading) ? Math.min(1, ((cues.heading ?? 0) / corpus.documentCount) * 10) : 0,
    };
  };
}

/** Zipf value of the most common words. */
const EVERYDAY = 5;

const JOINED = /[._/]/u;
const JOINED_OR_HUMPED = /\p{Ll}\p{Lu}|[._/]/u;

const LATIN = /^[\p{sc=Latin}\p{N} .-]+$/u;

function commonest(words: readonly string[], language: GeneralLanguage): number {
  return Math.max(...words.map((word) => language.zipf(word)));
}

/** All forms have the normal form of the candidate, so that an "s" more is a plural. */
function isCounted({ forms }: CandidateStatistics): boolean {
  let [singular, plural] = [false, false];
  for (const form of forms.keys()) {
    if (/s$/iu.test(form)) plural = true;
    else singular = true;
  }
  return singular && plural;
}

/** So many occurrences count half: what a handful of sentences do with a word is chance. */
const FEW = 30;

/** In Japanese any noun may follow a clause or の; what does so no more often than others is none of these. */
const NARROWED = 0.4;

function relatedShare({ related, alone, frequency }: CandidateStatistics, language: string): number {
  if (language !== 'ja') return Math.min(1, related / frequency);
  const share = related / Math.max(1, alone);
  return (Math.max(0, share - NARROWED) / (1 - NARROWED)) * (alone / (alone + FEW));
}

function attributiveShare({ argument, alone, classes }: CandidateStatistics, language: string): number {
  const asNoun = alone - (classes.get('v') ?? 0);
  if (language !== 'ja' || asNoun <= 0) return 0;
  return Math.max(0, 1 - (4 * argument) / asNoun) * (asNoun / (asNoun + FEW));
}

const GENERAL_TOTAL = 51e6;

/** Dunning's log-likelihood ratio G² of a count against general language, signed, as log10(1 + G²). */
function keynessOf(count: number, { total, zipf }: { total: number; zipf: number }): number {
  const generalCount = Math.max(0.3, (10 ** zipf / 1e9) * GENERAL_TOTAL);
  const rate = (count + generalCount) / (total + GENERAL_TOTAL);
  const ratio =
    2 * (count * Math.log(count / (total * rate)) + generalCount * Math.log(generalCount / (GENERAL_TOTAL * rate)));
  const sign = count / total >= generalCount / GENERAL_TOTAL ? 1 : -1;
  return sign * Math.log10(1 + Math.max(0, ratio));
}

function times(count = 0): number {
  return Math.log2(1 + count) / 5;
}

/** Two pages may well be about the same thing. */
function isRepeated(headings = 0): boolean {
  return headings > 2;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let bestCount = -1;
  for (const [key, count] of counts) {
    if (count > bestCount || (count === bestCount && key < best)) {
      best = key;
      bestCount = count;
    }
  }
  return best;
}
