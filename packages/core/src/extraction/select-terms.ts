import type { Candidate, RankedCandidates, Term, TermLists } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { namesIn } from '../text/names-in.ts';
import { normalForm } from '../text/normal-form.ts';
import { createRuling, plainTerms } from '../text/term-ruling.ts';

export interface SelectOptions {
  readonly lists: TermLists;
  /** At most so many terms by their score; what is required comes on top. The tool's own cut unless told. */
  readonly limit?: number;
}

/**
 * The terms of the glossary, best first: what the lists require, whatever its score, and the best of the rest that no
 * list excludes. A required term that no document has comes last, with a frequency of 0.
 */
export function* selectTerms(
  ranked: RankedCandidates,
  { lists, limit = ranked.cut }: SelectOptions,
): Sliced<readonly Term[]> {
  const ruling = createRuling(lists);
  const terms: Term[] = [];
  const found = new Set<string>();
  let room = limit;
  for (const candidate of ranked.candidates) {
    if (room <= 0 && lists.required.length === 0) break;
    yield;
    const forms = [candidate.key, ...candidate.forms.map((form) => form.text)];
    const verdict = ruling(candidate.language, forms);
    if (verdict === 'required') {
      for (const form of forms) found.add(normalForm(form, candidate.language));
      terms.push({ ...candidate, reason: 'required' });
    } else if (verdict === 'open' && room > 0) {
      room -= 1;
      terms.push({ ...candidate, reason: 'score' });
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
