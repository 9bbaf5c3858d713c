import type {
  Document,
  DocumentId,
  DocumentOrigin,
  DocumentSummary,
  LanguageTag,
  Project,
  ProjectId,
  ProjectSummary,
  StoredDocument,
  TermLists,
  TermRule,
  TrashedProject,
} from '../domain/index.ts';

/** What a person may say about a project; `null` takes it back. */
export interface ProjectPatch {
  readonly name?: string;
  readonly language?: LanguageTag | null;
  readonly subject?: string | null;
  readonly isArchived?: boolean;
}

/** A row of what makes a project, without the project that it belongs to. */
export interface ProjectRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | Uint8Array | null>>;
}

export interface ProjectStore {
  /** Hands out every row that makes a project, of one moment, in an order that keeps references whole and is always the same. */
  eachRow(id: ProjectId, take: (row: ProjectRow) => Promise<void>): Promise<void>;
  /** Writes rows that `eachRow` gave into a project that has none. What they say is not looked at. */
  putRows(id: ProjectId, rows: AsyncIterable<ProjectRow> | Iterable<ProjectRow>): Promise<void>;
  /** The project of that name, made when there is none. The id is derived from the name. */
  ensure(name: string): Promise<Project>;
  find(name: string): Promise<Project | undefined>;
  read(id: ProjectId): Promise<Project | undefined>;
  /** Sorted by name (code units); without those in the trash. */
  list(): Promise<readonly Project[]>;
  /** As `list`, with what is counted in each; only one of them where `only` is given. */
  summaries(options?: { readonly only?: ProjectId }): Promise<readonly ProjectSummary[]>;
  /** Makes a project. Its id is derived from the name where that id is free. @throws `project/name-taken` */
  create(project: Pick<Project, 'name' | 'language' | 'subject'>): Promise<Project>;
  /** @throws `storage/not-found` */
  update(id: ProjectId, patch: ProjectPatch): Promise<Project>;
  /** Copies everything but runs and history into a project that has just been created. */
  copy(from: ProjectId, to: ProjectId): Promise<void>;
  /** Into the trash, where its name is free for another. @throws `storage/not-found` */
  trash(id: ProjectId): Promise<void>;
  /** Out of the trash, under this name. @throws `storage/not-found` */
  restore(id: ProjectId, name: string): Promise<Project>;
  /** What is in the trash, latest first. */
  trashed(): Promise<readonly TrashedProject[]>;
  /** Removes the project and everything in it. @throws `storage/not-found` */
  delete(id: ProjectId): Promise<void>;
}

/** What `replaceAll` changed, by id, each sorted by document name. */
export interface DocumentChanges {
  readonly added: readonly DocumentId[];
  readonly changed: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
  readonly unchanged: number;
}

export interface DocumentStore {
  /**
   * Makes these the documents that come from a folder: those of an earlier look at it that are gone go into the trash,
   * those that people handed in stay. What has not changed is not written again.
   * @throws `storage/not-found` when the project is gone
   */
  replaceAll(project: ProjectId, documents: readonly Document[]): Promise<DocumentChanges>;
  /** Without their texts; sorted by name (code units). */
  list(project: ProjectId): Promise<readonly StoredDocument[]>;
  /** The document that the glossary was built from, also when it was changed or thrown away since. */
  builtText(project: ProjectId, id: DocumentId): Promise<Document | undefined>;
  /** Adds documents, or gives those of the same name a new text. @throws `storage/not-found` when the project is gone */
  put(project: ProjectId, documents: readonly Document[], origin: DocumentOrigin): Promise<void>;
  /** Into the trash. Ids that are not there are passed over. */
  trash(project: ProjectId, ids: readonly DocumentId[]): Promise<void>;
  /** Out of the trash, to stay. */
  restore(project: ProjectId, ids: readonly DocumentId[]): Promise<void>;
  /** Removes what has been in the trash, and texts that no document has had, since `before`; answers how many documents. */
  forget(options: { readonly before: number }): Promise<number>;
  /** What is in the trash, latest first. */
  trashed(
    project: ProjectId,
  ): Promise<readonly (DocumentSummary & { readonly length: number; readonly trashedAt: string })[]>;
  read(project: ProjectId, id: DocumentId): Promise<Document | undefined>;
  /** Sorted by name (code units); all, or those of one origin. */
  readAll(project: ProjectId, origin?: DocumentOrigin): Promise<readonly Document[]>;
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
   * Forgets what no stored document needs, all but the newest few of a text, then the longest stored until at most
   * `maxBytes` (compressed) are left.
   * Answers how many were forgotten.
   */
  prune(options: { readonly maxBytes: number }): Promise<number>;
}

export interface TermListStore {
  /** Empty lists where nobody decided anything. Rules are in the order they were given. */
  read(project: ProjectId): Promise<TermLists>;
  /** @throws `storage/not-found` when the project is gone */
  replace(project: ProjectId, lists: TermLists): Promise<void>;
  /** Adds rules behind the others; a pattern that is there already stays as it is. Answers how many are new. */
  add(project: ProjectId, list: keyof TermLists, rules: readonly TermRule[]): Promise<number>;
  /** Takes rules away by their patterns; answers how many. */
  remove(project: ProjectId, list: keyof TermLists, patterns: readonly string[]): Promise<number>;
}

/** Settings as texts (JSON), which mean nothing here; keys of providers. */
export interface SettingsStore {
  /** `undefined` where nobody set anything. */
  ofServer(): Promise<string | undefined>;
  ofProject(project: ProjectId): Promise<string | undefined>;
  /** Sets what the server has where it still is what was seen; answers whether it was. */
  exchangeServer(exchange: { readonly seen: string | undefined; readonly settings: string }): Promise<boolean>;
  /** `undefined` takes them away. @throws `storage/not-found` when the project is gone */
  putProject(project: ProjectId, settings: string | undefined): Promise<void>;
  /** By the name of the environment variable that each stands for. */
  keys(): Promise<ReadonlyMap<string, string>>;
  /** `undefined` takes it away. Never recorded with a change. */
  putKey(name: string, value: string | undefined): Promise<void>;
}
