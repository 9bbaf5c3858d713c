import type { ModelCall, ModelCallText, ProjectId, ReportEvent, RunId, RunScope, RunUsage } from '../domain/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';

/** Which life of which run an execution is. */
export interface RunFacts {
  readonly runId: RunId;
  readonly projectId: ProjectId;
  /** From 1. */
  readonly attempt: number;
  readonly scope: RunScope;
}

/** A result and what it cost. */
export interface Made<T> {
  readonly value: T;
  readonly usage?: RunUsage;
}

/** @throws `run/budget-reached` · the signal's reason, where the process is about to end */
export type BeginPaying = () => Promise<void>;

/**
 * The facts of one execution, handed from the caller to every step: never looked up, never shared between executions,
 * frozen. Tools (the worker pool, the cache, a language model) are not in it: they are given when a step is made.
 */
export interface ExecutionContext {
  /** `undefined` where nothing is stored: an extraction without a database. */
  readonly run: RunFacts | undefined;
  /** Aborts the execution. Steps check it before each item and after each wait. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Every line carries the run, its project and its attempt. */
  readonly logger: Logger;
  /** Tells people how far the execution is. Must not throw, does not wait. */
  readonly report: (event: ReportEvent) => void;
  /**
   * Writes a question to a language model into the run's list, with what it answered. Must not throw, does not wait.
   * `spent`: what no result carries, because there is none.
   */
  readonly recordCall: (call: ModelCall, more?: { readonly text?: ModelCallText; readonly spent?: RunUsage }) => void;
  /**
   * The result kept under `key`, or what `make` makes: kept before it is answered, so that no crash, cancel or later run
   * of the project pays for it again. Two callers with the same key at once share one `make`. `value` must be JSON.
   *
   * @throws `run/budget-reached` instead of making more than the run may spend · what `make` throws
   */
  readonly once: <T>(key: string, make: (signal: AbortSignal) => Promise<Made<T>>) => Promise<T>;
  /**
   * Several results that one piece of work makes together, where `kept` has shown that none is there: `make` answers as
   * many of them as it can. Each is kept by itself, so that another grouping finds it again; all of one piece of work
   * are kept in one go, or none. `make` says `begin` when it begins to cost something; what comes before is free and can
   * be done ahead.
   *
   * @throws as `once`
   */
  readonly makeEach: <T>(
    make: (signal: AbortSignal, begin: BeginPaying) => Promise<Made<ReadonlyMap<string, T>>>,
  ) => Promise<ReadonlyMap<string, T>>;
  /** What is kept under these keys, and nothing is made. */
  readonly kept: <T>(keys: readonly string[]) => Promise<ReadonlyMap<string, T>>;
  /** Hands over something that is open: it is closed exactly once, in reverse order, however the execution ends. */
  readonly use: <T extends AsyncDisposable | Disposable>(resource: T) => T;
}

/** What a caller gives who is no run: how to stop it, and where its progress goes. */
export type ExecutionWatch = Pick<ExecutionContext, 'signal' | 'report'>;
