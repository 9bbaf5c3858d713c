import type { Candidate, LanguageTag, RankedCandidates, Term, TermLists, TermReason } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { namesIn } from '../text/names-in.ts';
import { normalForm } from '../text/normal-form.ts';
import { createRuling, plainTerms } from '../text/term-ruling.ts';
import type { Measure } from './measure-candidate.ts';
import { weights } from './weights.ts';

export interface SelectOptions {
  readonly lists: TermLists;
  /**
   * At most so many terms by their score; what is required comes on top. Unless told, the tool's own cut, and on top of
   * it what the documents define beyond doubt.
   */
  readonly limit?: number;
}

/**
 * The terms of the glossary, best first: what the lists require, whatever its score, and the best of the rest that no
 * list excludes. A required term that no document has comes last, with a frequency of 0.
 */
export function* selectTerms(ranked: RankedCandidates, { lists, limit }: SelectOptions): Sliced<readonly Term[]> {
  const ruling = createRuling(lists);
  const terms: Term[] = [];
  const found = new Set<string>();
  const room = createRoom(ranked, limit);
  for (const candidate of ranked.candidates) {
    yield;
    if (lists.required.length === 0 && !room.isFor(candidate)) continue;
    const forms = [candidate.key, ...candidate.forms.map((form) => form.text)];
    const verdict = ruling(candidate.language, forms);
    if (verdict === 'required') {
      for (const form of forms) found.add(normalForm(form, candidate.language));
      terms.push({ ...candidate, reason: 'required' });
    } else if (verdict === 'open' && room.isFor(candidate)) {
      terms.push({ ...candidate, reason: room.take(candidate) });
    }
  }
  const language = mainLanguage(ranked.candidates);
  for (const term of plainTerms(lists.required)) {
    const key = normalForm(term, language);
    const keys = namesIn(term).map((name) => normalForm(name, language));
    if (key === '' || keys.some((one) => found.has(one))) continue;
    for (const one of keys) found.add(one);
    terms.push({ ...unseen(term, key, language), reason: 'required' });
  }
  return terms;
}

interface Room {
  isFor(candidate: Candidate): boolean;
  /** Takes a place, and tells by what. */
  take(candidate: Candidate): TermReason;
}

/** How many more terms there is room for: for the whole list where a limit is given, by language in the tool's own cut. */
function createRoom({ cut, rooms = [] }: RankedCandidates, limit: number | undefined): Room {
  const [first] = rooms;
  let definable = Math.max(MOST_DEFINED, Math.round(cut * DEFINED_SHARE));
  const left = new Map<LanguageTag | undefined, number>(
    limit === undefined && first !== undefined
      ? rooms.map(({ language, cut: own }) => [language, own])
      : [[undefined, limit ?? cut]],
  );
  const roomOf = ({ language }: Candidate): LanguageTag | undefined =>
    left.has(language) ? language : left.has(undefined) ? undefined : first?.language;
  return {
    isFor: (candidate) =>
      (left.get(roomOf(candidate)) ?? 0) > 0 || (limit === undefined && definable > 0 && isDefined(candidate)),
    take: (candidate) => {
      const room = left.get(roomOf(candidate)) ?? 0;
      if (room > 0) left.set(roomOf(candidate), room - 1);
      else definable -= 1;
      return room > 0 ? 'score' : 'defined';
    },
  };
}

/**
 * So many defined terms come on top of the cut: all of a handbook's, but not every label of a reference, which explains
 * each of its values. Beyond that number they are a share of the cut, those with the best scores.
 */
const MOST_DEFINED = 80;
const DEFINED_SHARE = 0.5;

/**
 * Defined, and a name of a thing: no piece of code or path of a setting, and no verb or adjective, but where authors have
 * set it apart as a term and hardly use it otherwise ("tailing").
 */
function isDefined({ definitions = 0, frequency, term, parts }: Candidate): boolean {
  if (definitions === 0 || /[._/\\()]\S/u.test(term)) return false;
  const isMarked =
    parts.some(({ name, value }) => name === 'term' && value > 0) && frequency <= definitions * MARKED_USES;
  return !parts.some(({ name, value }) => {
    const least = isMarked && name !== 'onlyCode' ? undefined : OTHER_THAN_NAMES[name as Measure];
    return least !== undefined && value / weights[name as Measure] >= least;
  });
}

const MARKED_USES = 10;

/** From these shares of its uses on it is something else. */
const OTHER_THAN_NAMES: Readonly<Partial<Record<Measure, number>>> = { verb: 0.5, adjective: 0.5, onlyCode: 0.5 };

function unseen(term: string, key: string, language: string): Candidate {
  return {
    key,
    language,
    term,
    kind: 'term',
    forms: namesIn(term).map((text) => ({ text, count: 0 })),
    frequency: 0,
    documentFrequency: 0,
    score: 0,
    parts: [],
  };
}

/** The language of most candidates: what a term is in that nobody has seen in a text. */
function mainLanguage(candidates: readonly Candidate[]): string {
  const counts = new Map<string, number>();
  for (const { language } of candidates) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? 'und';
}
