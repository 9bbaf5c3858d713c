import type { LanguageTag } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { normalForm } from '../text/normal-form.ts';
import type { CandidateStatistics } from './candidate-statistics.ts';
import { createPhraseBook } from './count-phrases.ts';
import { NOTHING_BETWEEN, type Cue, type DocumentMentions, type LanguageMentions } from './document-mentions.ts';

/** Statistics of one language. */
export interface CorpusStatistics {
  readonly language: LanguageTag;
  readonly documentCount: number;
  readonly wordCount: number;
  readonly candidates: ReadonlyMap<string, CandidateStatistics>;
  /** Occurrences within phrases of words in normal form. */
  readonly words: ReadonlyMap<string, number>;
  readonly readings: ReadonlyMap<string, string>;
  /** How often authors marked words: emphasis, code, links, terms. */
  readonly markCount: number;
  /** Words with readings that their authors give, each time they do. */
  readonly annotatedCount: number;
}

/** What one document says, as far as terms go. */
export interface DocumentEvidence {
  readonly mentions: DocumentMentions;
  /** Where it says what something is; `score` 0–1. */
  readonly definingSentences?: readonly {
    readonly language: LanguageTag;
    readonly subjectKey: string;
    readonly score: number;
    /** The end of its words: two readings of one place end together. */
    readonly end: number;
    readonly explicit?: 'glossary' | 'term' | 'text';
  }[];
}

/** Sums up what documents say, language by language: one pass, and the order of the documents does not matter. */
export function* corpusStatistics(documents: readonly DocumentEvidence[]): Sliced<CorpusStatistics[]> {
  const languages = new Map<LanguageTag, LanguageMentions[]>();
  for (const { mentions } of documents) {
    for (const one of mentions.languages) {
      const list = languages.get(one.language);
      if (list === undefined) languages.set(one.language, [one]);
      else list.push(one);
    }
  }
  const corpora: CorpusStatistics[] = [];
  for (const [language, list] of [...languages].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    corpora.push(yield* statisticsOf(language, list));
  }
  const byLanguage = new Map(corpora.map((corpus) => [corpus.language, corpus]));
  for (const { definingSentences = [] } of documents) {
    yield;
    const places = new Set<string>();
    for (const { language, subjectKey, score, end, explicit } of definingSentences) {
      const candidate = byLanguage.get(language)?.candidates.get(subjectKey);
      if (candidate === undefined) continue;
      candidate.explained += Math.round(score * 1000);
      const place = `${String(end)} ${language} ${subjectKey}`;
      if (places.has(place)) continue;
      if (explicit === undefined) {
        if (score >= LEAST_SHAPED) candidate.shaped += 1;
        continue;
      }
      places.add(place);
      candidate.definitions += 1;
      if (explicit !== 'text') candidate.glossed += 1;
    }
  }
  return corpora;
}

/** Below this score a sentence rather tells what its subject does. */
const LEAST_SHAPED = 0.6;

/** A phrase takes microseconds: so many are one piece of the work. */
const PHRASES_AT_ONCE = 64;

function* statisticsOf(language: LanguageTag, documents: readonly LanguageMentions[]): Sliced<CorpusStatistics> {
  const book = createPhraseBook(language);
  const { candidates } = book;
  const readings = new Map<string, string>();
  let wordCount = 0;
  let markCount = 0;
  let annotatedCount = 0;
  for (const [index, document] of documents.entries()) {
    wordCount += document.wordCount;
    for (const [word, reading] of Object.entries(document.readings)) {
      const known = readings.get(word);
      if (known === undefined || reading < known) readings.set(word, reading);
    }
    for (const [at, phrase] of document.phrases.entries()) {
      if (at % PHRASES_AT_ONCE === 0) yield;
      book.add(phrase, index);
    }
    for (const [at, { text, counts }] of document.cues.entries()) {
      if (at % PHRASES_AT_ONCE === 0) yield;
      const candidate = candidates.get(normalForm(text.replaceAll(NOTHING_BETWEEN, ''), language));
      for (const [cue, count] of Object.entries(counts) as [Cue, number][]) {
        if (MARKS.has(cue)) markCount += count;
        else if (cue === 'annotated') annotatedCount += count;
        if (candidate !== undefined) candidate.cues[cue] = (candidate.cues[cue] ?? 0) + count;
      }
    }
  }
  const words = yield* book.settle();
  return {
    language,
    documentCount: documents.length,
    wordCount,
    candidates,
    words,
    readings,
    markCount,
    annotatedCount,
  };
}

const MARKS: ReadonlySet<Cue> = new Set(['emphasis', 'code', 'link', 'term']);
