import type { ProjectId } from '@genglossary/core/domain';
import { useEntries, useFirstEntries } from '../../data/queries.ts';
import type { EntrySummary } from '../../data/shapes.ts';
import type { EntriesSearch } from './entries-search.ts';

/** The entries, as far as they are there. */
export interface EntryList {
  readonly items: readonly EntrySummary[];
  /** Of all of them. */
  readonly total: number;
}

/**
 * All entries; until they are there the first of them, where the address asks for nothing that these cannot answer: what
 * is seen first waits for nothing that is not.
 */
export function useEntryList(project: ProjectId, { q, show, category, entry }: EntriesSearch) {
  const answer = useEntries(project);
  const isAtTop = q === undefined && show === undefined && category === undefined;
  const first = useFirstEntries(project, isAtTop && answer.data === undefined).data;
  const isEnough = isAtTop && (entry === undefined || first?.items.some(({ id }) => id === entry) === true);
  const whole = answer.data;
  const list: EntryList | undefined =
    whole !== undefined ? { items: whole, total: whole.length } : isEnough ? first : undefined;
  return { answer, list };
}
