import type {
  CallOutcome,
  FailedItem,
  Interruption,
  JournalEntry,
  ModelCall,
  ModelCallText,
  ModelStep,
  Page,
  ProjectId,
  RecordedCall,
  Run,
  RunBudget,
  RunCounts,
  RunEvent,
  RunFailure,
  RunId,
  RunOutcome,
  RunScope,
  RunStatus,
  RunUsage,
  TerminalStatus,
} from '../domain/index.ts';

export interface NewRun {
  readonly id: RunId;
  readonly projectId: ProjectId;
  readonly scope: RunScope;
  /** What is asked for, as JSON. */
  readonly input: string;
  /** The same key and the same request give the same run, however often it is sent. Unique in the project. */
  readonly key: string;
  readonly budget?: RunBudget;
  readonly resumes?: RunId;
  /** Why it could not be started: it is over at once, as failed. */
  readonly failure?: RunFailure;
}

/** What `create` came to. */
export type Created =
  | { readonly kind: 'created'; readonly run: Run }
  /** A run with this key is there already. */
  | { readonly kind: 'same-key'; readonly run: Run; readonly isSameRequest: boolean }
  | { readonly kind: 'already-active'; readonly run: Run };

/** What a change of a run came to: one compare-and-set statement, answered with the row as it is stored. */
export type Moved =
  | { readonly kind: 'moved'; readonly run: Run }
  | { readonly kind: 'not-found' }
  /** The run is in a state that this change may not leave. */
  | { readonly kind: 'wrong-state'; readonly run: Run }
  /** Another attempt owns the run. */
  | { readonly kind: 'fenced'; readonly run: Run };

/** One life of a run: what every write of it names. */
export interface AttemptKey {
  readonly id: RunId;
  /** `Run.attempt`. */
  readonly attempt: number;
}

/** The saved result of one paid or slow piece of work. */
export interface Checkpoint {
  /** SHA-256 (hex) of everything the result depends on. */
  readonly key: string;
  /** JSON. */
  readonly value: string;
}

/** A question to a language model, as an attempt hands it over. */
export interface NewCall {
  readonly call: ModelCall;
  /** Its words, where they shall be kept. */
  readonly text?: ModelCallText;
}

/** A group of what an attempt has to say: written in one transaction, or not at all. */
export interface Append extends AttemptKey {
  /** 1, 2, 3 … within the attempt: a group that is sent again because its answer was lost is not written again. */
  readonly batch: number;
  readonly events: readonly RunEvent[];
  readonly checkpoints?: readonly Checkpoint[];
  readonly calls?: readonly NewCall[];
  /** Added to what the run has spent. */
  readonly usage?: RunUsage;
  /** Something was finished that a crash will not lose: the run is not in a crash loop. */
  readonly isProgress?: boolean;
}

export interface Finish extends Omit<Append, 'isProgress'> {
  /** So many of the events were sent in the group `batch` before, without an answer: they may be written already. */
  readonly unansweredEvents: number;
  /** The same of the calls. */
  readonly unansweredCalls: number;
  readonly status: TerminalStatus;
  readonly counts: RunCounts;
  readonly failedItems: readonly FailedItem[];
  readonly failure?: RunFailure;
}

export interface Transition {
  readonly from: RunStatus | undefined;
  readonly to: RunStatus;
  readonly attempt: number;
}

export interface RunStore {
  /**
   * Makes a pending run with its first event, or one that failed before it began. At most one run of a project is active: the database itself refuses more.
   * @throws `storage/not-found` when the project is gone
   */
  create(run: NewRun): Promise<Created>;
  find(id: RunId): Promise<Run | undefined>;
  /** Newest first. */
  list(project: ProjectId, options?: { readonly limit?: number }): Promise<readonly Run[]>;
  /** The pending, running or cancelling run of the project. */
  active(project: ProjectId): Promise<Run | undefined>;
  /**
   * Takes the pending run that has waited longest (of `project`, where given): it is running, its attempt is one more.
   * A run whose attempts have died `maxBarrenAttempts` times in a row without progress ends as failed instead.
   */
  claimNext(options: {
    /** Names this claim; asked again with the same name, it answers the run that it took. */
    readonly owner: string;
    readonly leaseMs: number;
    readonly maxBarrenAttempts: number;
    readonly project?: ProjectId;
  }): Promise<
    | { readonly kind: 'claimed'; readonly run: Run }
    | { readonly kind: 'crash-loop'; readonly run: Run }
    | { readonly kind: 'none' }
  >;
  /** Renews the lease. */
  heartbeat(attempt: AttemptKey, options: { readonly leaseMs: number }): Promise<Moved>;
  /** Adds to the journal, in one transaction with checkpoints and what was spent. */
  append(append: Append): Promise<Moved>;
  /** A pending run is cancelled at once, a running one is asked to stop; a run that is over stays as it is. */
  cancel(id: RunId): Promise<Moved>;
  /** Gives an attempt up: its run waits for the next one, or is cancelled where a person asked for that. */
  release(attempt: AttemptKey, options: { readonly reason: Interruption }): Promise<Moved>;
  /** The last word of an attempt: status, totals and the last event in one transaction. */
  finish(finish: Finish): Promise<Moved>;
  /**
   * Gives up every attempt whose lease has run out — or, where this process alone owns the database and has just
   * started, every attempt. Answers the runs as they are now.
   */
  releaseOrphans(options: { readonly isSoleOwner: boolean }): Promise<readonly Run[]>;
  /** Every change of status, in order. */
  transitions(id: RunId): Promise<readonly Transition[]>;
  /** How many runs are active, by status. */
  countActive(): Promise<Readonly<Partial<Record<RunStatus, number>>>>;
}

/** What runs made of the glossaries before them: written with what they made, in the transaction that ends them. */
export interface RunOutcomeStore {
  put(run: RunId, outcome: RunOutcome): Promise<void>;
  /** Of those of the runs that swapped a glossary in. */
  read(runs: readonly RunId[]): Promise<ReadonlyMap<RunId, RunOutcome>>;
}

/** The part of a run that its followers need. */
export interface RunHead {
  readonly status: RunStatus;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export interface JournalStore {
  /** Events after `after`, in order, and the run as it was at the same moment; `undefined` where there is no such run. */
  page(
    run: RunId,
    options: { readonly after: number; readonly limit: number },
  ): Promise<{ readonly head: RunHead; readonly entries: readonly JournalEntry[] } | undefined>;
  /**
   * Takes away the events and the calls of the project's finished runs but the last `keepRuns`; the runs themselves
   * stay. Answers how many events.
   */
  prune(project: ProjectId, options: { readonly keepRuns: number }): Promise<number>;
}

/** Which calls, and in which order. */
export interface CallQuery {
  readonly step?: ModelStep;
  readonly outcome?: CallOutcome;
  /** `newest` unless told. */
  readonly order?: 'newest' | 'oldest';
  readonly limit: number;
  /** Of the page before. */
  readonly cursor?: string;
}

/** The questions of runs to language models. They are written by `RunStore.append` and `finish`, with what they answered. */
export interface CallStore {
  /** @throws `list/invalid-cursor` */
  page(run: RunId, query: CallQuery): Promise<Page<RecordedCall>>;
  /** One of them with its words, where they were kept. */
  read(run: RunId, number: number): Promise<(RecordedCall & { readonly text?: ModelCallText }) | undefined>;
}

export interface CheckpointStore {
  /** The values (JSON) that are kept, by key. */
  get(project: ProjectId, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Keeps what was paid for but came too late for its run. It says nothing about any run, so it needs no fence beyond
   * the attempt that paid; answers whether it was kept.
   */
  keepLate(attempt: AttemptKey, checkpoint: Checkpoint): Promise<boolean>;
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
