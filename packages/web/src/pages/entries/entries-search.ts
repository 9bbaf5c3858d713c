import type { ConceptId } from '@genglossary/core/domain';
import { oneIn, type SearchWords, textIn } from '../../data/address.ts';
import { type EntryFilter, entryFilters } from './entry-finder.ts';

/** What of the page its address keeps. */
export interface EntriesSearch {
  readonly q?: string | undefined;
  readonly show?: EntryFilter | undefined;
  /** A category, or `none`. */
  readonly category?: string | undefined;
  readonly entry?: ConceptId | undefined;
}

export function entriesSearch(search: SearchWords): EntriesSearch {
  return {
    q: textIn(search, 'q'),
    show: oneIn(search, 'show', entryFilters),
    category: textIn(search, 'category'),
    entry: textIn(search, 'entry') as ConceptId | undefined,
  };
}
