import type { ChangeKind, Done, ProjectId, UndoToken } from '../domain/index.ts';
import type {
  CallStore,
  CheckpointStore,
  JournalStore,
  RunOutcomeStore,
  RunStore,
  WantedRunStore,
} from './run-stores.ts';
import type { CategoryStore, ConceptStore, GlossaryStore, IssueStore, TermStore } from './glossary-stores.ts';
import type { AnalysisStore, DocumentStore, ProjectStore, SettingsStore, TermListStore } from './project-stores.ts';
import type { ChangeStore, ImportPlanStore, SettledStore, VersionStore } from './work-stores.ts';

/** The stores, one per noun. */
export interface Stores {
  readonly changes: ChangeStore;
  readonly projects: ProjectStore;
  readonly documents: DocumentStore;
  readonly analyses: AnalysisStore;
  readonly terms: TermStore;
  readonly termLists: TermListStore;
  readonly categories: CategoryStore;
  readonly concepts: ConceptStore;
  readonly issues: IssueStore;
  readonly glossary: GlossaryStore;
  readonly settled: SettledStore;
  readonly versions: VersionStore;
  readonly settings: SettingsStore;
  readonly importPlans: ImportPlanStore;
  readonly wantedRuns: WantedRunStore;
  readonly runs: RunStore;
  readonly runOutcomes: RunOutcomeStore;
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
