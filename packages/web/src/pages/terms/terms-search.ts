import type { ConceptId } from '@genglossary/core/domain';
import { oneIn, type SearchWords, textIn } from '../../data/address.ts';

export const termFilters = ['all', 'kept', 'cut', 'required', 'excluded', 'several-words', 'one-word'] as const;
export type TermFilter = (typeof termFilters)[number];

/** What of the page its address keeps. */
export interface TermsSearch {
  readonly q?: string | undefined;
  readonly show?: TermFilter | undefined;
  /** A category, or `none`. */
  readonly category?: string | undefined;
  readonly sort?: string | undefined;
  readonly term?: ConceptId | undefined;
}

export function termsSearch(search: SearchWords): TermsSearch {
  return {
    q: textIn(search, 'q'),
    show: oneIn(search, 'show', termFilters),
    category: textIn(search, 'category'),
    sort: textIn(search, 'sort'),
    term: textIn(search, 'term') as ConceptId | undefined,
  };
}
