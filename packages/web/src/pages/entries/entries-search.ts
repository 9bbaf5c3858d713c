import type { ConceptId } from '@genglossary/core/domain';
import { type EntryFilter, entryFilters } from './filter-entries.ts';

/** What of the page its address keeps. */
export interface EntriesSearch {
  readonly q?: string | undefined;
  readonly show?: EntryFilter | undefined;
  readonly entry?: ConceptId | undefined;
}

export function entriesSearch(search: Readonly<Record<string, unknown>>): EntriesSearch {
  const text = (name: string) => (typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined);
  return {
    q: text('q'),
    show: entryFilters.find((filter) => filter === search['show']),
    entry: text('entry') as ConceptId | undefined,
  };
}
