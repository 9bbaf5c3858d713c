import type { WorkbenchTerm } from '../../data/shapes.ts';
import { fold } from '../../search/fold.ts';
import type { Sort } from '../../ui/sort-button.tsx';

export const termFilters = ['all', 'kept', 'cut', 'required', 'excluded', 'several-words', 'one-word'] as const;
export type TermFilter = (typeof termFilters)[number];

/** The terms that are asked for, in the order that is asked for. */
export function filterTerms(
  terms: readonly WorkbenchTerm[],
  { query, filter, sort }: { readonly query: string; readonly filter: TermFilter; readonly sort: Sort },
): readonly WorkbenchTerm[] {
  const wanted = fold(query.trim());
  const found = terms.filter((term) => holds(term, filter) && (wanted === '' || foldedOf(term).includes(wanted)));
  const value = (term: WorkbenchTerm) => valueOf(term, sort.by);
  const sorted = found.toSorted((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.rank - b.rank));
  return sort.descending ? sorted.toReversed() : sorted;
}

function holds({ decision, term }: WorkbenchTerm, filter: TermFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'several-words':
      return /\s/u.test(term);
    case 'one-word':
      return !/\s/u.test(term);
    case 'kept':
    case 'cut':
    case 'required':
    case 'excluded':
      return decision === filter;
    default:
      filter satisfies never;
      return true;
  }
}

function valueOf({ term, frequency, documentFrequency, rank, decision }: WorkbenchTerm, by: string): number | string {
  switch (by) {
    case 'term':
      return fold(term);
    case 'count':
      return frequency;
    case 'documents':
      return documentFrequency;
    case 'status':
      return decision;
    default:
      // Best first is how a score is read, so the first rank counts most.
      return -rank;
  }
}

/** Every written form of a term, folded once: tens of thousands are looked through at each key. */
const folded = new WeakMap<WorkbenchTerm, string>();

function foldedOf(term: WorkbenchTerm): string {
  const known = folded.get(term);
  if (known !== undefined) return known;
  const text = fold([term.term, ...term.forms.map((form) => form.text)].join('\n'));
  folded.set(term, text);
  return text;
}
