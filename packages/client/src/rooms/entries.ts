import type {
  ConceptId,
  DocumentId,
  Done,
  EntryChanges,
  EntryContext,
  EntryDetail,
  EntryHistoryItem,
  EntryPlace,
  EntryQuery,
  EntrySummary,
  Page,
  ProjectId,
} from '../types.ts';
import { call, type CallOptions, type Room } from './room.ts';

export interface PageOptions extends CallOptions {
  /** Rows of the page, at most 500. */
  readonly limit?: number;
  /** Of the page before. */
  readonly cursor?: string;
}

export interface EntriesRoom {
  /** Every entry that the query asks for, in its order; fetched page by page as it is read. */
  list(projectId: ProjectId, query?: EntryQuery & CallOptions): AsyncIterable<EntrySummary>;
  page(projectId: ProjectId, query?: EntryQuery & PageOptions): Promise<Page<EntrySummary>>;
  /** @throws `storage/not-found` */
  get(projectId: ProjectId, entryId: ConceptId, options?: CallOptions): Promise<EntryDetail>;
  /** Where it stands, with its surroundings. @throws `storage/not-found` */
  contexts(projectId: ProjectId, entryId: ConceptId, options?: PageOptions): Promise<Page<EntryContext>>;
  /** Where entries stand in one document, in its order. */
  places(projectId: ProjectId, documentId: DocumentId, options?: CallOptions): Promise<readonly EntryPlace[]>;
  /**
   * Changes what is named, if the entry is still the version that was seen.
   * @throws `entry/conflict` with the entry as it is now in `details.current` · `entry/invalid` · `entry/locked`
   */
  update(
    projectId: ProjectId,
    entryId: ConceptId,
    changes: EntryChanges,
    options?: CallOptions,
  ): Promise<Done<EntryDetail>>;
  /** What was done to it, latest first. */
  history(
    projectId: ProjectId,
    entryId: ConceptId,
    options?: CallOptions & { readonly limit?: number; readonly before?: number },
  ): Promise<readonly EntryHistoryItem[]>;
  /** Into the trash: no build brings them back. */
  trash(
    projectId: ProjectId,
    entryIds: readonly ConceptId[],
    options?: CallOptions,
  ): Promise<Done<readonly ConceptId[]>>;
}

export function entriesRoom(room: Room): EntriesRoom {
  const { api } = room;
  const page: EntriesRoom['page'] = (projectId, { signal, ...query } = {}) =>
    call(room, given(signal), (sent) => api.entries.list.query({ projectId, ...query }, sent));
  return {
    page,
    async *list(projectId, query = {}) {
      let cursor: string | undefined;
      do {
        const { items, cursor: next } = await page(projectId, {
          limit: MAX_ROWS,
          ...query,
          ...(cursor === undefined ? {} : { cursor }),
        });
        yield* items;
        cursor = next;
      } while (cursor !== undefined);
    },
    get: (projectId, entryId, options = {}) =>
      call(room, options, (sent) => api.entries.get.query({ projectId, entryId }, sent)),
    contexts: (projectId, entryId, { signal, ...query } = {}) =>
      call(room, given(signal), (sent) => api.entries.contexts.query({ projectId, entryId, ...query }, sent)),
    async places(projectId, documentId, options = {}) {
      return (await call(room, options, (sent) => api.entries.places.query({ projectId, documentId }, sent))).items;
    },
    update: (projectId, entryId, changes, options = {}) =>
      call(room, options, (sent) => api.entries.update.mutate({ projectId, entryId, ...changes }, sent)),
    async history(projectId, entryId, { signal, ...range } = {}) {
      const asked = { projectId, entryId, ...range };
      return (await call(room, given(signal), (sent) => api.entries.history.query(asked, sent))).items;
    },
    trash: (projectId, entryIds, options = {}) =>
      call(room, options, (sent) => api.entries.trash.mutate({ projectId, entryIds: [...entryIds] }, sent)),
  };
}

/** Of a page; as many as a server gives. */
const MAX_ROWS = 500;

function given(signal: AbortSignal | undefined): CallOptions {
  return signal === undefined ? {} : { signal };
}
