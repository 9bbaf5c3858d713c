import {
  type Change,
  type Concept,
  type ConceptId,
  type Designation,
  type DocumentId,
  type Done,
  type EntryContext,
  type EntryDetail,
  type EntryHistoryItem,
  type EntryPlace,
  type EntrySummary,
  type Page,
  type ProjectId,
  type RelationKind,
} from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { addEntry, type NewEntry } from './add-entry.ts';
import { checkDefinition, type DefinitionInput } from './check-definition.ts';
import { checkDesignations, invalid } from './check-designations.ts';
import { checkNote } from './check-note.ts';
import { type ContextQuery, readContexts } from './entry-contexts.ts';
import { editableEntry, refuseTakenName, requireEditable } from './entry-guards.ts';
import { readHistory } from './entry-history.ts';
import { chooseEntries, type EntryQuery } from './entry-list.ts';
import { readPlaces } from './entry-places.ts';
import { readEntry, EntryReader } from './entry-reader.ts';
import { placesAfter } from './find-as-built.ts';
import { findNames, soughtName } from './find-names.ts';
import { mergeEntries } from './merge-entries.ts';
import { notFound } from './not-found.ts';
import { pageOf } from './page.ts';
import { type NameQuery, type NameUse, previewName } from './preview-name.ts';
import { requireProject } from './require-project.ts';
import { splitEntry } from './split-entry.ts';
import { writeDefinition } from './write-definition.ts';

/** Names the entry as it was seen: `EntrySummary.version`. */
export interface Seen {
  readonly ifVersion: string;
}

/** What to change; what is not named stays. */
export interface EntryUpdate extends Seen {
  /** All names, the preferred one first. */
  readonly designations?: readonly Designation[];
  readonly definition?: DefinitionInput;
  /** A word to whoever writes the next definition; `null` takes it away. */
  readonly note?: string | null;
}

/**
 * What people do with entries. Whatever they do outlives every build. Who changes an entry names the version they saw;
 * where somebody else was first, they get `entry/conflict` with the entry as it is now in `details.current`.
 */
export interface EntryActions {
  /** @throws `storage/not-found` · `list/invalid-cursor` */
  list(project: ProjectId, query?: EntryQuery): Promise<Page<EntrySummary>>;
  /** @throws `storage/not-found` */
  get(project: ProjectId, id: ConceptId): Promise<EntryDetail>;
  /** Where it stands, with its surroundings. @throws `storage/not-found` · `list/invalid-cursor` */
  contexts(project: ProjectId, id: ConceptId, query?: ContextQuery): Promise<Page<EntryContext>>;
  /** Where entries stand in one document, in its order. @throws `storage/not-found` */
  places(project: ProjectId, document: DocumentId): Promise<readonly EntryPlace[]>;
  /** @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid` · `entry/name-taken` */
  update(project: ProjectId, id: ConceptId, update: EntryUpdate): Promise<Done<EntryDetail>>;
  /** Keeps an entry as it is, against builds and people, until it is unlocked. @throws `storage/not-found` · `entry/conflict` */
  lock(project: ProjectId, id: ConceptId, seen?: Partial<Seen>): Promise<Done<EntryDetail>>;
  /** @throws `storage/not-found` · `entry/conflict` */
  unlock(project: ProjectId, id: ConceptId, seen?: Partial<Seen>): Promise<Done<EntryDetail>>;
  /** What was done to it, latest first. @throws `storage/not-found` for a project that is not there */
  history(
    project: ProjectId,
    id: ConceptId,
    options?: { readonly limit?: number; readonly before?: number },
  ): Promise<readonly EntryHistoryItem[]>;
  /** Writes an earlier revision of the definition anew. @throws as `update` */
  restoreRevision(
    project: ProjectId,
    id: ConceptId,
    revision: Seen & { readonly revision: number; readonly author?: 'built-in' | 'language-model' | 'person' },
  ): Promise<Done<EntryDetail>>;
  /**
   * Accepts or rejects a proposal for good, or states a relation that nobody proposed (`accepted`); `open` takes that
   * back. @throws `storage/not-found` · `entry/locked` · `entry/invalid` for a relation of an entry to itself
   */
  decideRelation(
    project: ProjectId,
    id: ConceptId,
    decision: {
      readonly kind: RelationKind;
      readonly target: ConceptId;
      readonly state: 'accepted' | 'rejected' | 'open';
    },
  ): Promise<Done<EntryDetail>>;
  /** Adds an entry by hand, which the next build will look for. @throws `entry/invalid` · `entry/name-taken` */
  add(project: ProjectId, entry: NewEntry): Promise<Done<EntryDetail>>;
  /**
   * How often a name stands in the documents, and the entry that has it, before anything is added or changed. Of an
   * entry that is there (`entry`) it is counted as builds count: in what people read, outside of longer names.
   */
  preview(project: ProjectId, name: NameQuery): Promise<NameUse>;
  /** Into the trash: no build brings it back. @throws `storage/not-found` · `entry/locked` */
  trash(project: ProjectId, ids: readonly ConceptId[]): Promise<Done<readonly ConceptId[]>>;
  /**
   * Makes entries one: their names, their places and, where `into` has none, their definition become its own.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid` for an entry into itself
   */
  merge(
    project: ProjectId,
    merge: { readonly into: ConceptId; readonly from: readonly ConceptId[] } & Partial<Seen>,
  ): Promise<Done<EntryDetail>>;
  /**
   * Makes a name an entry of its own; what was merged comes out as it was. Answers the new one.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid` for the preferred name or one it has not
   */
  split(
    project: ProjectId,
    id: ConceptId,
    split: { readonly name: string } & Partial<Seen>,
  ): Promise<Done<EntryDetail>>;
}

const HISTORY = 50;

export function entryActions(tools: ActionTools): EntryActions {
  const { storage } = tools;
  const reader = new EntryReader(storage);
  const act = <T>(project: ProjectId, kind: Change['kind'], work: (stores: Stores) => Promise<T>) =>
    perform(tools, { project, kind }, work);

  return {
    async list(project, query = {}) {
      const entries = await reader.list(project);
      return pageOf(chooseEntries(entries, query), query, ({ id }) => id);
    },
    async get(project, id) {
      await requireProject(storage, project);
      return readEntry(storage, project, id);
    },
    async contexts(project, id, query = {}) {
      await requireProject(storage, project);
      return readContexts(storage, { project, id }, query);
    },
    async places(project, document) {
      await requireProject(storage, project);
      return readPlaces(storage, project, document);
    },
    async update(project, id, { ifVersion, designations, definition, note }) {
      const places = designations === undefined ? undefined : await newPlaces(project, id, designations);
      const isText = definition !== undefined && designations === undefined && note === undefined;
      return act(project, isText ? 'entry-defined' : 'entry-edited', async (stores) => {
        const concept = await editableEntry(stores, project, id, { ifVersion });
        if (designations !== undefined) {
          const names = checkDesignations(designations, concept.language);
          await refuseTakenName(stores, project, { names, language: concept.language, own: id });
          await stores.concepts.edit(project, id, { designations: names, ...(places === undefined ? {} : { places }) });
        }
        if (note !== undefined) await stores.concepts.edit(project, id, { note: checkNote(note) });
        if (definition !== undefined) {
          const named = designations === undefined ? concept : { ...concept, designations };
          const checked = await checkDefinition(stores, { project, concept: named }, definition);
          await writeDefinition(stores, { project, id }, checked);
        }
        return readEntry(stores, project, id);
      });
    },
    lock: (project, id, seen = {}) =>
      act(project, 'entry-locked', async (stores) => {
        const concept = await editableEntry(stores, project, id, { ...seen, evenLocked: true });
        const edit = (await stores.concepts.edits(project)).find((one) => one.conceptId === id);
        const { designations, definition, relations } = concept;
        if (edit?.locked === undefined) {
          const locked = { designations, ...(definition === undefined ? {} : { definition }), relations };
          await stores.concepts.edit(project, id, { locked });
        }
        return readEntry(stores, project, id);
      }),
    unlock: (project, id, seen = {}) =>
      act(project, 'entry-unlocked', async (stores) => {
        await editableEntry(stores, project, id, { ...seen, evenLocked: true });
        await stores.concepts.edit(project, id, { locked: null });
        return readEntry(stores, project, id);
      }),
    async history(project, id, { limit = HISTORY, before } = {}) {
      await requireProject(storage, project);
      return readHistory(storage, { project, id }, { limit, ...(before === undefined ? {} : { before }) });
    },
    restoreRevision: (project, id, { ifVersion, revision, author }) =>
      act(project, 'entry-defined', async (stores) => {
        await editableEntry(stores, project, id, { ifVersion });
        const revisions = await stores.concepts.revisions(project, id);
        const found = revisions.findLast(
          (one) => one.revision === revision && (author === undefined || one.author === author),
        );
        if (found === undefined) throw notFound('revision', `${id} ${revision}`);
        const { statements, confidence } = found;
        const reason = `Revision ${revision} restored.`;
        await writeDefinition(stores, { project, id }, { statements, confidence, reason });
        return readEntry(stores, project, id);
      }),
    decideRelation: (project, id, decision) =>
      act(project, 'relation-decided', async (stores) => {
        await editableEntry(stores, project, id, {});
        if (decision.target === id) throw invalid('an entry is not related to itself');
        await stores.concepts.decideRelation(project, id, decision);
        return readEntry(stores, project, id);
      }),
    add: (project, entry) => addEntry(tools, project, entry),
    preview: (project, name) => previewName({ storage, reader }, project, name),
    trash: (project, ids) =>
      act(project, 'entries-trashed', async (stores) => {
        const removedAt = new Date(tools.clock.now()).toISOString();
        await requireEditable(stores, project, ids);
        for (const id of ids) await stores.concepts.edit(project, id, { removed: 'deleted', removedAt });
        return ids;
      }),
    merge: (project, { into, from, ...seen }) =>
      act(project, 'entry-merged', async (stores) => {
        const removedAt = new Date(tools.clock.now()).toISOString();
        await mergeEntries(stores, project, { into, from, seen, removedAt });
        return readEntry(stores, project, into);
      }),
    async split(project, id, { name, ...seen }) {
      await requireProject(storage, project);
      const found = await storage.concepts.read(project, id);
      const names = found?.designations.filter(({ text }) => text === name) ?? [];
      const language = found?.language ?? 'und';
      const places = await findNames(
        storage,
        project,
        names.map((one) => soughtName(one, language)),
      );
      return act(project, 'entry-split', async (stores) =>
        readEntry(stores, project, await splitEntry(stores, project, { id, name, seen, places })),
      );
    },
  };

  /** Where the names stand that the build did not give; read before the change, since it takes a while. */
  async function newPlaces(project: ProjectId, id: ConceptId, designations: readonly Designation[]) {
    await requireProject(storage, project);
    const before: Concept | undefined = await storage.concepts.read(project, id);
    if (before === undefined) return undefined;
    const edit = (await storage.concepts.edits(project)).find((one) => one.conceptId === id);
    const named = checkDesignations(designations, before.language);
    return placesAfter(storage, project, { concept: before, edit, designations: named });
  }
}
