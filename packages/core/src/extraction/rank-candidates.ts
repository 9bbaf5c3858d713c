import type {
  Candidate,
  CandidateForm,
  DesignationKind,
  LanguageTag,
  RankedCandidates,
  ScorePart,
} from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import type { CandidateStatistics } from './candidate-statistics.ts';
import { isCalendarName } from './calendar-names.ts';
import { chooseCut } from './choose-cut.ts';
import { corpusStatistics, type CorpusStatistics, type DocumentEvidence } from './corpus-statistics.ts';
import { foldAbbreviations, type StatedAbbreviation } from './fold-abbreviations.ts';
import { foldLanguages } from './fold-languages.ts';
import { foldOtherNames, type StatedOtherName } from './fold-other-names.ts';
import { foldSpellings } from './fold-spellings.ts';
import { createMeasure, type Measure, type Measures } from './measure-candidate.ts';
import { weights } from './weights.ts';
import { termRows } from './written-forms.ts';

/**
 * All candidates of a corpus, best first, and how many of them are its terms. The score is a plain weighted sum
 * (`weights.ts`) of what `measure-candidate.ts` sees; its parts are kept. A candidate of several words that is only
 * ever a piece of one longer phrase is dropped; an abbreviation is one with what it stands for. Ties are ordered by key, so the answer depends on the documents alone.
 */
export function* rankCandidates(
  documents: readonly DocumentEvidence[],
  {
    abbreviations = [],
    otherNames = [],
  }: {
    readonly abbreviations?: readonly StatedAbbreviation[];
    readonly otherNames?: readonly StatedOtherName[];
  } = {},
): Sliced<RankedCandidates> {
  const ranked: Candidate[] = [];
  const wanted = new Map<LanguageTag, number>();
  const corpora = yield* corpusStatistics(documents);
  const wordCount = corpora.reduce((sum, corpus) => sum + corpus.wordCount, 0);
  const markCount = corpora.reduce((sum, corpus) => sum + corpus.markCount, 0);
  const definitionsOf = chooseCut({ wordCount, markCount }) <= FEW ? anyDefinitions : sureDefinitions;
  for (const corpus of corpora) {
    const measure = yield* createMeasure(corpus);
    for (const candidate of corpus.candidates.values()) {
      yield;
      if (isMereFragment(candidate) || isVersion(candidate) || isMereDate(candidate, corpus.language)) continue;
      ranked.push(toCandidate(candidate, partsOf(measure(candidate)), { corpus, definitionsOf }));
    }
    // A few quotations in another language do not make a glossary of that language.
    if (corpus.wordCount >= LEAST_SHARE * wordCount) wanted.set(corpus.language, chooseCut(corpus));
  }
  ranked.sort(
    (a, b) => b.score - a.score || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.language < b.language ? -1 : 1),
  );
  const [main] = corpora.toSorted((a, b) => b.wordCount - a.wordCount || (a.language < b.language ? -1 : 1));
  const inOneLanguage = yield* foldLanguages(ranked, main?.language ?? 'und');
  const named = foldOtherNames(yield* foldSpellings(inOneLanguage), otherNames);
  const candidates = foldAbbreviations(named, abbreviations);
  const rooms = main === undefined ? [] : yield* roomsFor(candidates, wanted, main.language);
  return { candidates, cut: rooms.reduce((sum, { cut }) => sum + cut, 0), rooms };
}

/**
 * Each language has its own room, so that text of one language never changes which terms of another are kept: scores
 * are comparable only within a language.
 */
function* roomsFor(
  candidates: readonly Candidate[],
  wanted: ReadonlyMap<LanguageTag, number>,
  main: LanguageTag,
): Sliced<NonNullable<RankedCandidates['rooms']>> {
  const byRoom = Map.groupBy(candidates, ({ language }) => (wanted.has(language) ? language : main));
  const languages = [main, ...[...wanted.keys()].filter((language) => language !== main)];
  const rooms: { language: LanguageTag; cut: number }[] = [];
  for (const language of languages) {
    const cut = yield* candidatesFor(byRoom.get(language) ?? [], wanted.get(language) ?? 0);
    rooms.push({ language, cut });
  }
  return rooms;
}

const LEAST_SHARE = 0.05;

export function isMereFragment({ alone, containers, words, definitions }: CandidateStatistics): boolean {
  return alone === 0 && words.length > 1 && containers < 2 && definitions === 0;
}

/** "v2.1", "1.20": which issue of a thing is meant, not a thing. */
function isVersion({ key, definitions }: CandidateStatistics): boolean {
  return definitions === 0 && /^(?:v\p{N}+|v?\p{N}+(?:\.\p{N}+)+)$/u.test(key);
}

function isMereDate({ key, definitions, shaped }: CandidateStatistics, language: LanguageTag): boolean {
  return definitions === 0 && shaped === 0 && isCalendarName(key, language);
}

const WEIGHTS = Object.entries(weights) as readonly (readonly [Measure, number])[];

function partsOf(measures: Measures): ScorePart[] {
  const parts: ScorePart[] = [];
  for (const [name, weight] of WEIGHTS) {
    const value = Math.round(weight * measures[name] * 1e4) / 1e4;
    if (value !== 0) parts.push({ name, value });
  }
  return parts;
}

function toCandidate(
  candidate: CandidateStatistics,
  parts: readonly ScorePart[],
  {
    corpus,
    definitionsOf,
  }: { readonly corpus: CorpusStatistics; readonly definitionsOf: (candidate: CandidateStatistics) => number },
): Candidate {
  const forms = [...candidate.forms]
    .map(([text, count]): CandidateForm => ({ text, count }))
    .toSorted((a, b) => b.count - a.count || shouts(a.text) - shouts(b.text) || (a.text < b.text ? -1 : 1));
  const term = (forms[0] as CandidateForm).text;
  const reading = readingOf(term, corpus);
  const definitions = definitionsOf(candidate);
  return {
    key: candidate.key,
    language: corpus.language,
    term,
    kind: kindOf(candidate),
    forms,
    frequency: candidate.frequency,
    documentFrequency: candidate.documentFrequency,
    score: parts.reduce((sum, part) => sum + part.value, 0),
    parts,
    ...(definitions > 0 && { definitions }),
    ...(reading !== undefined && { reading }),
  };
}

/**
 * Who reads a label and what it means at one place, and nowhere else, needs no glossary to tell it again; what a glossary
 * of the documents lists, or their author marks as a term, is there to be looked up.
 */
function sureDefinitions({ frequency, definitions, glossed }: CandidateStatistics): number {
  return frequency > definitions || glossed > 0 ? definitions : 0;
}

/** With what is said to be something in passing: in a short text much is defined that no score can tell from other words. */
function anyDefinitions(candidate: CandidateStatistics): number {
  const sure = sureDefinitions(candidate);
  if (sure > 0) return sure;
  const { shaped, definitions, frequency } = candidate;
  if (definitions > 0) return definitions;
  return frequency > shaped ? shaped : 0;
}

/** Texts that ask for no more terms than this are short. */
const FEW = 80;

/** 1 for several words in capitals alone, as headings of plain text have them: the poorer form of two. */
function shouts(form: string): number {
  return Number(/\s/u.test(form) && /\p{Lu}/u.test(form) && !/\p{Ll}/u.test(form));
}

/** A name is always written with capitals where they mean something, and was taken for a name each time. */
function kindOf({ inside, capitalised, classes }: CandidateStatistics): DesignationKind {
  const isName = inside > 0 && capitalised === inside && classes.keys().every((one) => /^[po]+$/u.test(one));
  return isName ? 'proper-name' : 'term';
}

const KANA = /^[\p{scx=Hiragana}\p{scx=Katakana}ー・]+$/u;

/** Readings are known by word; only a term of one such word, or of kana alone, has a sure one. */
function readingOf(term: string, { language, readings }: CorpusStatistics): string | undefined {
  if (language !== 'ja') return undefined;
  return readings.get(term) ?? (KANA.test(term) ? term : undefined);
}

/** How many candidates make a list of that many rows. */
function* candidatesFor(ranked: readonly Candidate[], wantedRows: number): Sliced<number> {
  if (wantedRows <= 0) return 0;
  const { rows } = yield* termRows({ candidates: ranked, cut: 0 });
  const last = rows[wantedRows - 1];
  if (last === undefined) return ranked.length;
  const own = ranked.findIndex(({ key, language }) => key === last.key && language === last.language);
  // A rarer form stands below its candidate, among others: then all that are above it.
  return ranked[own]?.score === last.score ? own + 1 : ranked.findIndex(({ score }) => score < last.score);
}
