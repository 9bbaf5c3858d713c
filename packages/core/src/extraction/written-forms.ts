import type { Candidate, RankedCandidates } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { foldText } from '../text/normal-form.ts';

/**
 * The forms of a candidate that differ by more than case or width, most frequent first: what a list of terms shows.
 * A translator needs "policies" beside "policy"; nobody needs "Policy" beside "policy".
 */
export function writtenForms({ forms, folded }: Pick<Candidate, 'forms' | 'folded'>): readonly string[] {
  const elsewhere = new Set(folded?.forms.map(({ text }) => text));
  const seen = new Map<string, string>();
  for (const { text } of forms) {
    const key = foldText(text);
    if (!elsewhere.has(text) && !seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}

/**
 * The list as people read it: each written form of a candidate is a row with the candidate's score, a little lower for
 * forms that are written more rarely than its first; a name that was folded into another candidate stands where its own
 * score puts it. `cut` is how many rows the tool would keep.
 */
export function* termRows({ candidates, cut }: RankedCandidates): Sliced<{ rows: readonly Candidate[]; cut: number }> {
  const rows: Candidate[] = [];
  for (const candidate of candidates) {
    yield;
    // One by one: a large corpus has more rows than a call takes arguments.
    for (const row of rowsOf(candidate)) rows.push(row);
  }
  rows.sort((a, b) => b.score - a.score);
  const last = candidates[cut - 1];
  const kept = rows.findLastIndex(
    ({ key, language, score }) => key === last?.key && language === last.language && score === last.score,
  );
  return { rows, cut: kept + 1 };
}

/** What a form loses each time that the first one is written twice as often. */
const RARER_FORM = 0.1;
/** Japanese nouns have no plural: another form is another spelling, which adds nothing. */
const RARER_SPELLING = 0.3;

function rowsOf(candidate: Candidate): Candidate[] {
  const { folded, ...own } = candidate;
  const [only] = candidate.forms;
  if (only !== undefined && candidate.forms.length === 1 && folded === undefined) return [{ ...own, term: only.text }];
  const counts = new Map<string, number>();
  for (const { text, count } of candidate.forms) counts.set(foldText(text), (counts.get(foldText(text)) ?? 0) + count);
  const written = writtenForms(candidate).map((term) => ({ term, count: counts.get(foldText(term)) ?? 1 }));
  const most = Math.max(...written.map(({ count }) => count));
  const loss = candidate.language === 'ja' ? RARER_SPELLING : RARER_FORM;
  const rows = written.map(({ term, count }): Candidate => {
    const value = Math.round(-loss * Math.log2(most / count) * 1e4) / 1e4;
    if (value === 0) return { ...own, term };
    return { ...own, term, score: own.score + value, parts: [...own.parts, { name: 'rarerForm', value }] };
  });
  return folded === undefined ? rows : [...rows, ...rowsOf(folded)];
}
