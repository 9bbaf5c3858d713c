import type { CategoryId, TermDecision, WorkbenchTerm } from '../domain/index.ts';
import { sortEntries } from '../text/collation.ts';
import { searchable } from './entry-list.ts';
import type { PageRequest } from './page.ts';

/** Which terms to list; what is not told does not matter. */
export interface TermFilter {
  /** In the term, its reading or one of its forms, whatever its case, width or kana. */
  readonly text?: string;
  readonly decision?: TermDecision;
  readonly kind?: WorkbenchTerm['kind'];
  readonly language?: string;
  readonly minFrequency?: number;
  readonly minDocuments?: number;
  /** Written in several words, or in one. */
  readonly isMultiWord?: boolean;
  /** In a category, or in none (`null`). */
  readonly categoryId?: CategoryId | null;
}

export interface TermQuery extends TermFilter, PageRequest {
  /** Best first unless told. */
  readonly sort?: 'score' | 'frequency' | 'documents' | 'term' | 'decision';
  readonly isReversed?: boolean;
}

/** The terms that a query asks for, in its order. Takes them best first. */
export function chooseTerms(terms: readonly WorkbenchTerm[], query: TermQuery): readonly WorkbenchTerm[] {
  const wanted = query.text === undefined ? '' : searchable(query.text).trim();
  const found = sortedTerms(terms, query.sort ?? 'score').filter(
    (term) =>
      (query.decision === undefined || term.decision === query.decision) &&
      (query.kind === undefined || term.kind === query.kind) &&
      (query.language === undefined || term.language === query.language) &&
      (query.categoryId === undefined || term.categoryId === (query.categoryId ?? undefined)) &&
      term.frequency >= (query.minFrequency ?? 0) &&
      term.documentFrequency >= (query.minDocuments ?? 0) &&
      (query.isMultiWord === undefined || /\s/u.test(term.term.trim()) === query.isMultiWord) &&
      (wanted === '' || searchableOf(term).includes(wanted)),
  );
  return query.isReversed === true ? found.toReversed() : found;
}

/** What is typed into a filter asks for the same tens of thousands of terms at each key. */
const folded = new WeakMap<WorkbenchTerm['forms'], string>();

function searchableOf(term: WorkbenchTerm): string {
  const known = folded.get(term.forms);
  if (known !== undefined) return known;
  const text = [term.term, term.reading ?? '', ...term.forms.map((form) => form.text)].map(searchable).join('\n');
  folded.set(term.forms, text);
  return text;
}

type SortName = NonNullable<TermQuery['sort']>;
type Sort = (terms: readonly WorkbenchTerm[]) => readonly WorkbenchTerm[];

/** Each order of a list is made once. */
const orders = new WeakMap<readonly WorkbenchTerm[], Map<SortName, readonly WorkbenchTerm[]>>();

function sortedTerms(terms: readonly WorkbenchTerm[], sort: SortName): readonly WorkbenchTerm[] {
  const known = orders.get(terms) ?? new Map<SortName, readonly WorkbenchTerm[]>();
  orders.set(terms, known);
  const sorted = known.get(sort) ?? sorts[sort](terms);
  known.set(sort, sorted);
  return sorted;
}

const decisionOrder: readonly TermDecision[] = ['required', 'kept', 'cut', 'excluded'];

const sorts: Readonly<Record<SortName, Sort>> = {
  score: (terms) => terms,
  frequency: (terms) => terms.toSorted((a, b) => b.frequency - a.frequency),
  documents: (terms) => terms.toSorted((a, b) => b.documentFrequency - a.documentFrequency),
  decision: (terms) => terms.toSorted((a, b) => decisionOrder.indexOf(a.decision) - decisionOrder.indexOf(b.decision)),
  term: (terms) =>
    sortEntries(terms, ({ term: text, reading, language }) => ({
      text,
      language,
      ...(reading === undefined ? {} : { reading }),
    })),
};
