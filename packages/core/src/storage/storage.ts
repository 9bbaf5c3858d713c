import type {
  Concept,
  ConceptId,
  Definition,
  Document,
  DocumentId,
  Glossary,
  Issue,
  IssueId,
  ProjectId,
  RelationKind,
  Statement,
  TermLists,
} from '../domain/index.ts';
import type { CheckpointStore, JournalStore, RunStore } from './run-stores.ts';

/** A body of documents and everything made from it. */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

export interface ProjectStore {
  /** The project of that name, made when there is none. The id is derived from the name. */
  ensure(name: string): Promise<Project>;
  find(name: string): Promise<Project | undefined>;
  /** Sorted by name (code units). */
  list(): Promise<readonly Project[]>;
  /** Removes the project and everything in it. @throws `storage/not-found` */
  delete(id: ProjectId): Promise<void>;
}

/** What is known of a stored document without reading its text. */
export type DocumentSummary = Omit<Document, 'text'>;

/** What `replaceAll` changed, by id, each sorted by document name. */
export interface DocumentChanges {
  readonly added: readonly DocumentId[];
  readonly changed: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
  readonly unchanged: number;
}

export interface DocumentStore {
  /**
   * Makes these the documents of the project; what has not changed is not written again.
   * @throws `storage/not-found` when the project is gone
   */
  replaceAll(project: ProjectId, documents: readonly Document[]): Promise<DocumentChanges>;
  /** Without their texts; sorted by name (code units). */
  list(project: ProjectId): Promise<readonly DocumentSummary[]>;
  read(project: ProjectId, id: DocumentId): Promise<Document | undefined>;
  /** Sorted by name (code units). */
  readAll(project: ProjectId): Promise<readonly Document[]>;
}

/** What an analysis depends on, and nothing else: the same key always means the same payload. */
export interface AnalysisKey {
  /** `Document.contentHash`. */
  readonly contentHash: string;
  /** Name and version of everything that made the payload: format reader, analyzer, its data. */
  readonly analyzer: string;
}

export interface AnalysisEntry extends AnalysisKey {
  /** Any text, usually JSON; kept compressed. */
  readonly payload: string;
}

/** Remembered analyses. They belong to a content, not to a project: the same text is analysed once per database. */
export interface AnalysisStore {
  /** In the order of the keys; `undefined` where nothing is remembered. */
  get(keys: readonly AnalysisKey[]): Promise<readonly (string | undefined)[]>;
  put(entries: readonly AnalysisEntry[]): Promise<void>;
  /**
   * Forgets what no stored document needs, then the longest stored until at most `maxBytes` (compressed) are left.
   * Answers how many were forgotten.
   */
  prune(options: { readonly maxBytes: number }): Promise<number>;
}

export interface TermListStore {
  /** Empty lists where nobody decided anything. Rules are in the order they were given. */
  read(project: ProjectId): Promise<TermLists>;
  /** @throws `storage/not-found` when the project is gone */
  replace(project: ProjectId, lists: TermLists): Promise<void>;
}

/** A definition as a person wrote it. */
export interface DefinitionEdit {
  readonly statements: readonly Statement[];
  /** 0–1, as computed from the evidence. */
  readonly confidence: number;
  readonly reason?: string;
}

export interface ConceptStore {
  read(project: ProjectId, id: ConceptId): Promise<Concept | undefined>;
  /** Every kept revision of the definition, oldest first: what the last build wrote and what people wrote. */
  revisions(project: ProjectId, id: ConceptId): Promise<readonly Definition[]>;
  /** Saves the next revision, which from now on every build leaves as it is. @throws `storage/not-found` */
  editDefinition(project: ProjectId, id: ConceptId, edit: DefinitionEdit): Promise<Definition>;
  /** Turns a proposal into a fact that every build keeps. @throws `storage/not-found` */
  acceptRelation(
    project: ProjectId,
    id: ConceptId,
    relation: { readonly kind: RelationKind; readonly target: ConceptId },
  ): Promise<void>;
}

export interface IssueStore {
  /** In the order of the last build. */
  list(project: ProjectId): Promise<readonly Issue[]>;
  /**
   * What a person decided about an issue. It holds for every later build that finds the same issue again; `open` takes
   * the decision back. @throws `storage/not-found`
   */
  decide(project: ProjectId, id: IssueId, state: Issue['state']): Promise<void>;
}

export interface GlossaryStore {
  /** `undefined` until a first build was saved. Always one build's whole result, never half of two. */
  read(project: ProjectId): Promise<Glossary | undefined>;
  /**
   * Swaps in the result of a build. What people made stays: definitions they wrote, relations they accepted and
   * decisions about issues win over the build's own, and an entry they worked on that the build no longer finds is kept
   * (without occurrences, after the others). Term lists are not touched.
   * @throws `storage/not-found` when the project is gone
   */
  replace(project: ProjectId, glossary: Glossary): Promise<void>;
}

/** The stores, one per noun. */
export interface Stores {
  readonly projects: ProjectStore;
  readonly documents: DocumentStore;
  readonly analyses: AnalysisStore;
  readonly termLists: TermListStore;
  readonly concepts: ConceptStore;
  readonly issues: IssueStore;
  readonly glossary: GlossaryStore;
  readonly runs: RunStore;
  readonly journals: JournalStore;
  readonly checkpoints: CheckpointStore;
}

/**
 * Where projects are kept. Every method is one transaction of its own: it happened whole or not at all.
 * Any method can throw `storage/disk-full`, `storage/unavailable`, `storage/in-use` or `storage/interrupted`.
 */
export interface Storage extends Stores, AsyncDisposable {
  /** Where the data is, to show to people: a path, or an address without its password. */
  readonly location: string;
  /** Whether no other process can write here while this storage is open. */
  readonly isSoleOwner: boolean;
  /** Room that is kept back for the last words on a full disk. */
  readonly reserve: { readonly release: () => void; readonly restore: () => boolean };
  /**
   * Several methods as one transaction, by the stores that `work` is handed; a throw leaves nothing behind. Keep it
   * short and wait inside it for nothing but these stores: writers wait for each other. Using the storage itself inside
   * `work` is an error (it would wait for its own end).
   */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
}
