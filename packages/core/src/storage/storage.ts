import type {
  Candidate,
  Change,
  ChangedNoun,
  ChangeKind,
  Concept,
  ConceptId,
  Definition,
  DismissalReason,
  Document,
  DocumentId,
  DocumentSummary,
  Done,
  Glossary,
  GlossaryDocument,
  Issue,
  IssueDecision,
  IssueId,
  LanguageTag,
  Project,
  ProjectId,
  ProjectSummary,
  RelationKind,
  RunScope,
  Statement,
  StoredDocument,
  TermLists,
  TermRule,
  TrashedProject,
  UndoToken,
  Version,
} from '../domain/index.ts';
import type { EntryEdit } from './entry-edits.ts';
import type { CallStore, CheckpointStore, JournalStore, RunStore } from './run-stores.ts';

export type { DocumentSummary, Project } from '../domain/index.ts';

/** What a person may say about a project; `null` takes it back. */
export interface ProjectPatch {
  readonly name?: string;
  readonly language?: LanguageTag | null;
  readonly subject?: string | null;
  readonly isArchived?: boolean;
}

export interface ProjectStore {
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
   * Makes these the documents of the project; what has not changed is not written again.
   * @throws `storage/not-found` when the project is gone
   */
  replaceAll(project: ProjectId, documents: readonly Document[]): Promise<DocumentChanges>;
  /** Without their texts; sorted by name (code units). */
  list(project: ProjectId): Promise<readonly StoredDocument[]>;
  /** The text that the glossary was built from, also when the document was changed or thrown away since. */
  builtText(
    project: ProjectId,
    id: DocumentId,
  ): Promise<{ readonly text: string; readonly contentHash: string } | undefined>;
  /** Adds documents, or gives those of the same name a new text. @throws `storage/not-found` when the project is gone */
  put(project: ProjectId, documents: readonly Document[]): Promise<void>;
  /** Into the trash. Ids that are not there are passed over. */
  trash(project: ProjectId, ids: readonly DocumentId[]): Promise<void>;
  /** Out of the trash. */
  restore(project: ProjectId, ids: readonly DocumentId[]): Promise<void>;
  /** Removes what has been in the trash, and texts that no document has had, since `before`; answers how many documents. */
  forget(options: { readonly before: number }): Promise<number>;
  /** What is in the trash, latest first. */
  trashed(
    project: ProjectId,
  ): Promise<readonly (DocumentSummary & { readonly length: number; readonly trashedAt: string })[]>;
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

/** A definition as a person wrote it. */
export interface DefinitionEdit {
  readonly statements: readonly Statement[];
  /** 0–1, as computed from the evidence. */
  readonly confidence: number;
  readonly reason?: string;
}

/** What to change of what people did to an entry; `null` takes it away. */
export type EntryPatch = {
  readonly [Name in Exclude<keyof EntryEdit, 'conceptId'>]?: Exclude<EntryEdit[Name], undefined> | null;
};

/** An entry without where it stands (`occurrences` is empty), but with how often. */
export interface ListedConcept {
  readonly concept: Concept;
  readonly occurrences: number;
  /** In which it stands. */
  readonly documents: number;
  /** The entry itself, then what was merged into it. */
  readonly members: readonly ConceptId[];
  readonly edit?: EntryEdit;
}

export interface ConceptStore {
  /** As people see it: what they did lies over what the build wrote. */
  read(project: ProjectId, id: ConceptId): Promise<Concept | undefined>;
  /** Those of the entries that are there, in the order of the glossary. */
  readMany(project: ProjectId, ids: readonly ConceptId[]): Promise<readonly Concept[]>;
  /** Every entry as people see it, in their order. */
  list(project: ProjectId): Promise<readonly ListedConcept[]>;
  /** How often each entry stands in each document. */
  spread(project: ProjectId): Promise<ReadonlyMap<ConceptId, ReadonlyMap<DocumentId, number>>>;
  /** Entries in the trash, latest first. */
  deleted(
    project: ProjectId,
  ): Promise<readonly { readonly id: ConceptId; readonly term: string; readonly removedAt: string }[]>;
  /** What people did, by entry, also to those that are no longer there. */
  edits(project: ProjectId): Promise<readonly EntryEdit[]>;
  /** Lays something over what builds write. */
  edit(project: ProjectId, id: ConceptId, patch: EntryPatch): Promise<void>;
  /** Every kept revision of the definition, oldest first: what the last build wrote and what people wrote. */
  revisions(project: ProjectId, id: ConceptId): Promise<readonly Definition[]>;
  /** Saves the next revision, which from now on every build leaves as it is. @throws `storage/not-found` */
  editDefinition(project: ProjectId, id: ConceptId, edit: DefinitionEdit): Promise<Definition>;
  /** Makes a relation a fact that every build keeps. @throws `storage/not-found` */
  acceptRelation(
    project: ProjectId,
    id: ConceptId,
    relation: { readonly kind: RelationKind; readonly target: ConceptId },
  ): Promise<void>;
  /**
   * Accepts a relation (also one that nobody proposed) or rejects it, for every later build; `open` takes that back.
   * @throws `storage/not-found` for an entry that is not there
   */
  decideRelation(
    project: ProjectId,
    id: ConceptId,
    decision: {
      readonly kind: RelationKind;
      readonly target: ConceptId;
      readonly state: 'accepted' | 'rejected' | 'open';
    },
  ): Promise<void>;
}

/** An issue with what a person decided about it. */
export interface DecidedIssue {
  readonly issue: Issue;
  readonly reason?: DismissalReason;
  readonly note?: string;
  /** ISO 8601, UTC. */
  readonly decidedAt?: string;
  /** What the decision was about is no longer the same: the issue is open again. */
  readonly isChangedSinceDecided: boolean;
}

export interface IssueStore {
  /** In the order of the last build. */
  list(project: ProjectId): Promise<readonly Issue[]>;
  /** As `list`, with what people decided. */
  decided(project: ProjectId): Promise<readonly DecidedIssue[]>;
  /**
   * What a person decided about issues. It holds for every later build that finds the same issue about the same words;
   * `open` takes the decision back. @throws `storage/not-found`
   */
  decide(project: ProjectId, ids: readonly IssueId[], decision: IssueDecision | 'open'): Promise<void>;
}

export interface GlossaryStore {
  /** `undefined` until a first build was saved. Always one build's whole result, never half of two. */
  read(project: ProjectId): Promise<Glossary | undefined>;
  /** The documents of the last build (or some of them), in their order; none until there was one. */
  documents(
    project: ProjectId,
    options?: { readonly only?: readonly DocumentId[] },
  ): Promise<readonly GlossaryDocument[]>;
  /** Their names alone. */
  documentNames(project: ProjectId): Promise<readonly { readonly id: DocumentId; readonly name: string }[]>;
  /**
   * Swaps in the result of a build. What people did stays: definitions, names and notes they wrote, entries they
   * added, merged, locked or deleted, and decisions about relations and issues win over the build's own. An entry they
   * worked on that the build no longer finds is kept, without occurrences. Term lists are not touched.
   * @throws `storage/not-found` when the project is gone
   */
  replace(project: ProjectId, glossary: Glossary): Promise<void>;
}

/** A candidate that the last build considered. */
export interface StoredCandidate extends Candidate {
  /** The id that its entry has, or would have. */
  readonly id: ConceptId;
  /** Whether the tool's own cut keeps it. */
  readonly isKept: boolean;
}

export interface TermStore {
  /** Keeps the best candidates of a build, best first, and which of them became entries. */
  replace(
    project: ProjectId,
    candidates: readonly Candidate[],
    options: {
      readonly kept: readonly Pick<Candidate, 'language' | 'key'>[];
      /** No glossary is swapped in with them: the change is told for them alone. */
      readonly isTold?: boolean;
    },
  ): Promise<void>;
  /** Best first. */
  list(project: ProjectId): Promise<readonly StoredCandidate[]>;
}

export interface VersionStore {
  /** Keeps a glossary for good under the next number. @throws `storage/not-found` when the project is gone */
  publish(
    project: ProjectId,
    version: { readonly name: string; readonly note?: string; readonly glossary: Glossary },
  ): Promise<Version>;
  /** Latest first. */
  list(project: ProjectId): Promise<readonly Version[]>;
  read(
    project: ProjectId,
    number: number,
  ): Promise<{ readonly version: Version; readonly glossary: Glossary } | undefined>;
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

/** What imports would do, as texts (JSON), until they are forgotten. */
export interface ImportPlanStore {
  /** @throws `storage/not-found` when the project is gone */
  put(project: ProjectId, plan: { readonly id: string; readonly text: string }): Promise<void>;
  read(project: ProjectId, id: string): Promise<string | undefined>;
  /** Takes away what was planned before (milliseconds since 1970); answers how many. */
  forget(options: { readonly before: number }): Promise<number>;
}

/** A run that is asked for while another one may work. */
export interface WantedRun {
  readonly project: ProjectId;
  /** Makes starting it safe to repeat; another wish has another key. */
  readonly key: string;
  readonly scope: RunScope;
}

/** At most one for each project: a run does everything that was wished before it begins. */
export interface WantedRunStore {
  /** @throws `storage/not-found` when the project is gone */
  put(wanted: WantedRun): Promise<void>;
  read(project: ProjectId): Promise<WantedRun | undefined>;
  list(): Promise<readonly WantedRun[]>;
  /** Nothing happens where somebody wished anew meanwhile. */
  remove(wanted: Pick<WantedRun, 'project' | 'key'>): Promise<void>;
}

/** A column group of something before and after a change, as it is stored. */
export interface ChangedFields {
  readonly table: string;
  readonly key: Readonly<Record<string, string | number | null>>;
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>> | null;
}

/** What happened, in order. Changes are written by `Storage.change` and by builds, never through here. */
export interface ChangeStore {
  /** Number of the project's last change; `undefined` where there is no such project. */
  last(project: ProjectId): Promise<number | undefined>;
  /** Changes after `after`, in order. */
  page(project: ProjectId, options: { readonly after: number; readonly limit: number }): Promise<readonly Change[]>;
  /** The changes of one thing, latest first; `fields` are gone with what is too old to be undone. */
  of(
    project: ProjectId,
    options: {
      readonly noun: ChangedNoun;
      readonly id: string;
      readonly limit: number;
      /** Only changes with a smaller number. */
      readonly before?: number;
    },
  ): Promise<readonly (Change & { readonly fields: readonly ChangedFields[] })[]>;
  /** Changes that can still be taken back, latest first. */
  undoable(
    project: ProjectId,
    options: { readonly limit: number },
  ): Promise<readonly (Change & { readonly undo: UndoToken })[]>;
  /** What a token takes back; `undefined` when it is unknown, used or too old. */
  findUndo(token: string): Promise<{ readonly project: ProjectId; readonly seq: number } | undefined>;
  /**
   * Puts every row back as it was before a change; `false` when that can no longer be done.
   * @throws `undo/conflict` when something it touched was changed since
   */
  revert(project: ProjectId, seq: number): Promise<boolean>;
  markUndone(project: ProjectId, seq: number, options: { readonly by: number }): Promise<void>;
  /** Takes away what is kept to undo changes older than `before` (milliseconds since 1970); answers how many. */
  forget(options: { readonly before: number }): Promise<number>;
}

/** The stores, one per noun. */
export interface Stores {
  readonly changes: ChangeStore;
  readonly projects: ProjectStore;
  readonly documents: DocumentStore;
  readonly analyses: AnalysisStore;
  readonly terms: TermStore;
  readonly termLists: TermListStore;
  readonly concepts: ConceptStore;
  readonly issues: IssueStore;
  readonly glossary: GlossaryStore;
  readonly versions: VersionStore;
  readonly settings: SettingsStore;
  readonly importPlans: ImportPlanStore;
  readonly wantedRuns: WantedRunStore;
  readonly runs: RunStore;
  readonly journals: JournalStore;
  readonly calls: CallStore;
  readonly checkpoints: CheckpointStore;
}

/**
 * Where projects are kept. Every method is one transaction of its own: it happened whole or not at all.
 * Any method can throw `storage/disk-full`, `storage/unavailable`, `storage/in-use` or `storage/interrupted`.
 */
export interface Storage extends Stores, AsyncDisposable {
  /** Where the data is, to show to people: a path, or an address without its password. */
  readonly location: string;
  /** Bytes of a write-ahead log of its own, where the database has one. */
  logBytes(): number;
  /** Tells other processes where the owner of a file can be talked to instead. */
  announce(url: string): void;
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
  /**
   * One change that a person makes: a transaction that has the project to itself, is numbered, and remembers every row
   * it wrote as it was before. Where `work` wrote nothing new, nothing happened.
   *
   * @throws `storage/not-found` when the project is gone or in the trash · whatever `work` throws, and nothing is written
   */
  change<T>(project: ProjectId, request: ChangeRequest, work: (stores: Stores) => Promise<T>): Promise<Done<T>>;
  /** Calls `listener` after every commit that changed a project, in this process. */
  onChange(listener: (project: ProjectId) => void): Disposable;
}

export interface ChangeRequest {
  readonly kind: ChangeKind;
  /** How to take it back; without one it stays. */
  readonly undo?: UndoToken;
  /** The change that is taken back. */
  readonly undoes?: number;
  /** Also for a project in the trash. */
  readonly evenTrashed?: boolean;
}
