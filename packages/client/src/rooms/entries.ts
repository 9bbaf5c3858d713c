import type {
  ConceptId,
  DefinitionProposal,
  DocumentId,
  Done,
  EntryAddition,
  EntryChanges,
  EntryContext,
  EntryDetail,
  EntryHistoryItem,
  EntryMerge,
  EntryPlace,
  EntryQuery,
  EntrySummary,
  NamePreview,
  NameQuery,
  Page,
  ProjectId,
  ProposalOrder,
  RelationDecision,
  RevisionChoice,
  RunEstimate,
  Seen,
} from '@genglossary/contract';
import { everyItem, type PageOptions } from './pages.ts';
import type { CallOptions, Room } from './room.ts';

/**
 * What people do with entries; it outlives every build. Where somebody else was first, a change fails with
 * `entry/conflict`, whose `details.current` is the entry as it is now.
 */
export interface EntriesRoom {
  /** Every entry that the query asks for, in its order; fetched page by page as it is read. */
  list(projectId: ProjectId, query?: EntryQuery & CallOptions): AsyncIterable<EntrySummary>;
  page(projectId: ProjectId, query?: EntryQuery & PageOptions): Promise<Page<EntrySummary>>;
  /** @throws `storage/not-found` */
  get(projectId: ProjectId, id: ConceptId, options?: CallOptions): Promise<EntryDetail>;
  /** Where it stands, as lines of a concordance. */
  contexts(
    projectId: ProjectId,
    id: ConceptId,
    options?: PageOptions & { readonly width?: number },
  ): Promise<Page<EntryContext>>;
  /** Where entries stand in one document, in its order. */
  places(projectId: ProjectId, documentId: DocumentId, options?: CallOptions): Promise<readonly EntryPlace[]>;
  /** @throws `entry/conflict` · `entry/locked` · `entry/invalid` · `entry/name-taken` · `storage/not-found` */
  update(projectId: ProjectId, id: ConceptId, update: EntryChanges, options?: CallOptions): Promise<Done<EntryDetail>>;
  /**
   * Defines it again and changes nothing: hand the statements of the proposal to `update`, with its version, to take it.
   * @throws `entry/locked` · `config/invalid` for an instruction to the built-in engine · `llm/…`
   */
  regenerate(
    projectId: ProjectId,
    id: ConceptId,
    order?: ProposalOrder,
    options?: CallOptions,
  ): Promise<DefinitionProposal>;
  /** What that would spend, told without a call. */
  estimateRegenerate(
    projectId: ProjectId,
    id: ConceptId,
    order?: ProposalOrder,
    options?: CallOptions,
  ): Promise<RunEstimate>;
  /** Keeps it as it is, against builds and people, until it is unlocked. */
  lock(projectId: ProjectId, id: ConceptId, options?: CallOptions & Partial<Seen>): Promise<Done<EntryDetail>>;
  unlock(projectId: ProjectId, id: ConceptId, options?: CallOptions & Partial<Seen>): Promise<Done<EntryDetail>>;
  /** What was done to it, latest first. */
  history(
    projectId: ProjectId,
    id: ConceptId,
    options?: CallOptions & { readonly limit?: number; readonly before?: number },
  ): Promise<readonly EntryHistoryItem[]>;
  /** Writes an earlier revision of the definition anew. */
  restoreRevision(
    projectId: ProjectId,
    id: ConceptId,
    revision: RevisionChoice,
    options?: CallOptions,
  ): Promise<Done<EntryDetail>>;
  /** Accepts or rejects a proposed relation for good; `open` takes that back. */
  decideRelation(
    projectId: ProjectId,
    id: ConceptId,
    decision: RelationDecision,
    options?: CallOptions,
  ): Promise<Done<EntryDetail>>;
  /** Adds one by hand. @throws `entry/invalid` · `entry/name-taken` */
  add(projectId: ProjectId, entry: EntryAddition, options?: CallOptions): Promise<Done<EntryDetail>>;
  /** How often a name stands in the documents, and the entry that has it, before anything is added or looked for otherwise. */
  preview(projectId: ProjectId, name: NameQuery, options?: CallOptions): Promise<NamePreview>;
  /** Into the trash: no build brings them back. */
  trash(projectId: ProjectId, ids: readonly ConceptId[], options?: CallOptions): Promise<Done<readonly ConceptId[]>>;
  /** Makes entries one. */
  merge(projectId: ProjectId, merge: EntryMerge & Partial<Seen>, options?: CallOptions): Promise<Done<EntryDetail>>;
  /** Makes a name an entry of its own. */
  split(
    projectId: ProjectId,
    id: ConceptId,
    split: { readonly name: string } & Partial<Seen>,
    options?: CallOptions,
  ): Promise<Done<EntryDetail>>;
}

export function entriesRoom(room: Room): EntriesRoom {
  const { api, ask } = room;
  const page: EntriesRoom['page'] = (projectId, { signal, ...query } = {}) =>
    ask(api.entries.list.query, { projectId, ...query }, { signal });
  return {
    page,
    list: (projectId, query = {}) => everyItem((rows) => page(projectId, { ...query, ...rows })),
    get: (projectId, entryId, options) => ask(api.entries.get.query, { projectId, entryId }, options),
    contexts: (projectId, entryId, { signal, ...query } = {}) =>
      ask(api.entries.contexts.query, { projectId, entryId, ...query }, { signal }),
    async places(projectId, documentId, options) {
      return (await ask(api.entries.places.query, { projectId, documentId }, options)).items;
    },
    update: (projectId, entryId, update, options) =>
      ask(api.entries.update.mutate, { projectId, entryId, ...update }, options),
    regenerate: (projectId, entryId, order = {}, options) =>
      ask(api.entries.regenerate.mutate, { projectId, entryId, ...order }, options),
    estimateRegenerate: (projectId, entryId, order = {}, options) =>
      ask(api.entries.estimateRegenerate.query, { projectId, entryId, ...order }, options),
    lock: (projectId, entryId, { signal, ...seen } = {}) =>
      ask(api.entries.lock.mutate, { projectId, entryId, ...seen }, { signal }),
    unlock: (projectId, entryId, { signal, ...seen } = {}) =>
      ask(api.entries.unlock.mutate, { projectId, entryId, ...seen }, { signal }),
    async history(projectId, entryId, { signal, ...query } = {}) {
      const request = { projectId, entryId, ...query };
      return (await ask(api.entries.history.query, request, { signal })).items;
    },
    restoreRevision: (projectId, entryId, revision, options) =>
      ask(api.entries.restoreRevision.mutate, { projectId, entryId, ...revision }, options),
    decideRelation: (projectId, entryId, decision, options) =>
      ask(api.entries.decideRelation.mutate, { projectId, entryId, ...decision }, options),
    add: (projectId, entry, options) => ask(api.entries.add.mutate, { projectId, ...entry }, options),
    preview: (projectId, name, options) => ask(api.entries.preview.query, { projectId, ...name }, options),
    trash: (projectId, ids, options) => ask(api.entries.trash.mutate, { projectId, entryIds: [...ids] }, options),
    merge: (projectId, { from, ...merge }, options) =>
      ask(api.entries.merge.mutate, { projectId, from: [...from], ...merge }, options),
    split: (projectId, entryId, split, options) =>
      ask(api.entries.split.mutate, { projectId, entryId, ...split }, options),
  };
}
