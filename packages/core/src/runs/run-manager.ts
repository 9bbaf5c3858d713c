import {
  isTerminal,
  type ProjectId,
  type Run,
  type RunBudget,
  type RunEstimate,
  type RunId,
  type RunScope,
  runId,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, sleep, systemClock } from '../runtime/clock.ts';
import { type IdSource, systemIds } from '../runtime/id-source.ts';
import { type Logger, silentLogger } from '../runtime/logger.ts';
import { createMetrics, type Metrics } from '../runtime/metrics.ts';
import { noPoints, type Points } from '../runtime/points.ts';
import type { Moved } from '../storage/run-stores.ts';
import type { Storage } from '../storage/storage.ts';
import { AttemptWriter, type LastGroup } from './attempt-writer.ts';
import { Journal } from './journal.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { type ExecutionOutcome, PipelineExecutor, type RunWork } from './pipeline-executor.ts';
import { defaultRetryPolicy, type RetryPolicy, retryWrites } from './retry-writes.ts';
import { RunStopped } from './run-stopped.ts';
import { saveEnd, saveStatus, type StatusWriterTools } from './status-writer.ts';
import { watchStrayRejections, withStrayRejections } from './stray-rejections.ts';
import { Wakes } from './wakes.ts';

export interface RunManagerSettings {
  /** Runs of different projects at once, from 1; the others wait in `pending`. */
  readonly concurrency?: number;
  /** Default 15 s. */
  readonly leaseMs?: number;
  /** Default 5 s, ± 20 %. */
  readonly heartbeatMs?: number;
  /** Attempts in a row that may die without having finished anything. Default 5. */
  readonly maxBarrenAttempts?: number;
  /** Of whose runs the journals are kept: the last so many of each project. Default 50. */
  readonly keepJournals?: number;
  /** How failed writes of a status are tried again. Default 50 ms · 2ⁿ, at most 5 s, without a limit. */
  readonly statusRetry?: RetryPolicy;
  /** How failed writes of events and checkpoints are tried again, before the run fails. Default the same, for 30 s. */
  readonly appendRetry?: RetryPolicy;
  /** How long a stopped step may take to let go. Default 1 s. */
  readonly graceMs?: number;
  /** Works only on the runs of this project; those of others wait for another process. */
  readonly onlyProject?: ProjectId;
}

export interface RunManagerTools {
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly points?: Points;
}

export interface RunRequest {
  readonly projectId: ProjectId;
  readonly scope: RunScope;
  /** What the run shall do, as JSON for its work. */
  readonly input: string;
  /** The same key and the same request give the same run, however often it is sent. A new one unless given. */
  readonly key?: string;
  readonly budget?: RunBudget;
}

export type CancelOutcome =
  /** It is over: it had not begun. */
  | { readonly kind: 'cancelled'; readonly run: Run }
  /** It has been asked to stop and will be over in a moment. */
  | { readonly kind: 'cancelling'; readonly run: Run }
  /** It was over before. */
  | { readonly kind: 'already-over'; readonly run: Run };

interface Attempt {
  readonly run: Run;
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

const defaults = {
  concurrency: 2,
  leaseMs: 15_000,
  heartbeatMs: 5000,
  maxBarrenAttempts: 5,
  keepJournals: 50,
  statusRetry: defaultRetryPolicy,
  appendRetry: { ...defaultRetryPolicy, limitMs: 30_000 },
  graceMs: 1000,
} as const satisfies RunManagerSettings;

/** A request of a person is not held up for longer by a database that cannot be written. */
const REQUEST_RETRY: RetryPolicy = { ...defaultRetryPolicy, capMs: 500, limitMs: 5000 };
/** Cancels and orphans that another process left are noticed within this. */
const SWEEP_MS = 1000;
/** After an error that does not pass, waiting runs are looked at again. */
const LOOK_AGAIN_MS = 5000;
/** Runs are given back within this when the process ends. */
const SHUTDOWN_MS = 8000;

/**
 * Decides which runs this process works on, and keeps what the database, the followers and the screens say about them
 * the same. It holds nothing of a run that is over.
 */
export class RunManager implements AsyncDisposable {
  readonly journal: Journal;
  readonly metrics: Metrics;
  readonly #storage: Storage;
  readonly #work: RunWork;
  readonly #executor: PipelineExecutor;
  readonly #settings: Required<Omit<RunManagerSettings, 'onlyProject'>> & Pick<RunManagerSettings, 'onlyProject'>;
  readonly #clock: Clock;
  readonly #ids: IdSource;
  readonly #logger: Logger;
  readonly #points: Points;
  readonly #wakes = new Wakes();
  readonly #leases: LeaseKeeper;
  readonly #attempts = new Map<RunId, Attempt>();
  readonly #stop = new AbortController();
  #dispatching: Promise<void> | undefined;
  #mustDispatch = false;
  #isDiskFull = false;
  #sweep: Disposable | undefined;
  #nextLook: Disposable | undefined;
  readonly #strays = watchStrayRejections();

  private constructor(storage: Storage, work: RunWork, settings: RunManagerSettings, tools: RunManagerTools) {
    const { clock = systemClock, ids = systemIds, logger = silentLogger, points = noPoints } = tools;
    this.#storage = storage;
    this.#work = work;
    this.#settings = { ...defaults, ...settings };
    this.#clock = clock;
    this.#ids = ids;
    this.#logger = logger;
    this.#points = points;
    this.metrics = tools.metrics ?? createMetrics();
    const { metrics } = this;
    this.journal = new Journal(storage, { wakes: this.#wakes, clock, metrics });
    this.#executor = new PipelineExecutor(work, { storage, clock, logger, metrics, graceMs: this.#settings.graceMs });
    this.#leases = new LeaseKeeper(storage, { clock, logger, metrics }, this.#settings);
  }

  /**
   * Takes over what a former process left unfinished, and begins to work. Runs that were active go on by themselves.
   *
   * @example
   * ```ts
   * await using runs = await RunManager.open(storage, work);
   * const run = await runs.start({ projectId, scope: 'full', input: '{}' });
   * for await (const followed of runs.journal.follow(run.id, { signal })) console.log(followed);
   * ```
   */
  static async open(
    storage: Storage,
    work: RunWork,
    { settings = {}, ...tools }: RunManagerTools & { readonly settings?: RunManagerSettings } = {},
  ): Promise<RunManager> {
    const manager = new RunManager(storage, work, settings, tools);
    storage.reserve.restore();
    await manager.#takeOver({ isSoleOwner: storage.isSoleOwner });
    manager.#sweepLater();
    manager.#dispatch();
    return manager;
  }

  /** Runs that this process works on now. */
  get executing(): number {
    return this.#attempts.size;
  }

  /** Followers that wait for something new. */
  get waitingFollowers(): number {
    return this.#wakes.waiters;
  }

  /**
   * Starts a run, or answers the one that the same key has started. It waits in `pending` until there is room for it.
   *
   * @throws `run/already-active` with the id of the run that the project has · `run/key-reused` · `run/disk-full` ·
   * `run/shutting-down` · `storage/not-found` when the project is gone
   */
  async start(request: RunRequest): Promise<Run> {
    return this.#start(request);
  }

  async #start({ key = this.#ids(), ...request }: RunRequest & { readonly resumes?: RunId }): Promise<Run> {
    if (this.#stop.signal.aborted) {
      throw new GlossaryError('run/shutting-down', 'This process is ending and starts no more runs.', {
        details: { location: this.#storage.location },
      });
    }
    this.#refuseOnFullDisk();
    const id = runId(this.#ids());
    await this.#points.reach('before:start', id);
    const created = await this.#request(() => this.#storage.runs.create({ ...request, id, key }));
    await this.#points.reach('after:start', id);
    const { run } = created;
    switch (created.kind) {
      case 'created':
        this.#logger.info('run-queued', { run: run.id, project: run.projectId, scope: run.scope });
        this.#wakes.wake(run.id);
        this.#dispatch();
        return run;
      case 'same-key':
        if (created.isSameRequest) {
          // Its first answer may have been lost before anybody looked for work.
          this.#dispatch();
          return run;
        }
        throw new GlossaryError('run/key-reused', `The key of run ${run.id} was used for another request.`, {
          details: { runId: run.id },
        });
      case 'already-active':
        throw new GlossaryError('run/already-active', `Run ${run.id} of the project is still ${run.status}.`, {
          details: { runId: run.id },
        });
      default:
        return created satisfies never;
    }
  }

  /**
   * Starts a run that does what a failed, partial or cancelled one left: what that one finished is found again.
   *
   * @throws `run/not-found` · `run/nothing-to-resume` when it completed · `run/already-active`, also when it is not over
   */
  async resume(id: RunId, { key, budget }: { readonly key?: string; readonly budget?: RunBudget } = {}): Promise<Run> {
    const former = await this.find(id);
    if (former.status === 'completed') {
      throw new GlossaryError('run/nothing-to-resume', `Run ${id} has completed.`, { details: { runId: id } });
    }
    const { projectId, scope, input } = former;
    return this.#start({
      projectId,
      scope,
      input,
      resumes: id,
      ...(key === undefined ? {} : { key }),
      ...(budget === undefined ? {} : { budget }),
    });
  }

  /** What a run would spend, told without a call and without starting anything. */
  estimate({ input, projectId }: Pick<RunRequest, 'input' | 'projectId'>): Promise<RunEstimate> {
    return this.#work.estimate(input, projectId);
  }

  /** Asks a run to stop; asking again changes nothing. @throws `run/not-found` */
  async cancel(id: RunId): Promise<CancelOutcome> {
    const moved = await this.#request(() => this.#storage.runs.cancel(id));
    if (moved.kind === 'not-found') throw notFound(id);
    const { run } = moved;
    if (moved.kind === 'moved') this.#wakes.wake(id);
    if (run.status === 'cancelling') this.#attempts.get(id)?.controller.abort(new RunStopped('cancel'));
    if (moved.kind === 'moved' && run.status === 'cancelled') this.#ended(run, undefined);
    if (run.status === 'cancelling') return { kind: 'cancelling', run };
    return { kind: moved.kind === 'moved' ? 'cancelled' : 'already-over', run };
  }

  /** The run as it is stored. @throws `run/not-found` */
  async find(id: RunId): Promise<Run> {
    const run = await this.#storage.runs.find(id);
    if (run === undefined) throw notFound(id);
    return run;
  }

  /** Waits until the run is over. @throws `run/not-found` · the signal's reason */
  async settled(
    id: RunId,
    { signal = new AbortController().signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Run> {
    let after = 0;
    // The followers' way is the only one that needs no memory of runs: the row says when it is over.
    for await (const { lastSeq } of this.journal.follow(id, { after, signal })) after = lastSeq;
    return this.find(id);
  }

  /**
   * Starts no more, stops what is running so that another process can go on at once, and waits until that is saved:
   * at most some seconds, then the next process finds out by itself.
   */
  async shutdown(): Promise<void> {
    if (!this.#stop.signal.aborted) {
      this.#stop.abort(new RunStopped('shutdown'));
      this.#sweep?.[Symbol.dispose]();
      this.#nextLook?.[Symbol.dispose]();
      for (const { controller } of this.#attempts.values()) controller.abort(new RunStopped('shutdown'));
    }
    const over = new AbortController();
    const all = Promise.all([this.#dispatching, ...[...this.#attempts.values()].map(({ done }) => done)]);
    await Promise.race([all, sleep(this.#clock, SHUTDOWN_MS, over.signal).catch(() => undefined)]);
    over.abort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
    this.#leases[Symbol.dispose]();
    this.#strays[Symbol.dispose]();
  }

  /** Takes waiting runs while there is room. One loop at a time; a request during it makes it look once more. */
  #dispatch(): void {
    this.#mustDispatch = true;
    this.#dispatching ??= this.#takeWaiting().finally(() => {
      this.#dispatching = undefined;
    });
  }

  async #takeWaiting(): Promise<void> {
    while (this.#mustDispatch && !this.#stop.signal.aborted) {
      this.#mustDispatch = false;
      while (this.#attempts.size < this.#settings.concurrency && !this.#stop.signal.aborted) {
        const claim = await this.#claim();
        if (claim === undefined) break;
      }
    }
  }

  async #claim(): Promise<Run | undefined> {
    const { leaseMs, maxBarrenAttempts, onlyProject } = this.#settings;
    const options = { owner: this.#ids(), leaseMs, maxBarrenAttempts };
    const project = onlyProject === undefined ? {} : { project: onlyProject };
    await this.#points.reach('before:claim', '');
    try {
      const claim = await retryWrites(() => this.#storage.runs.claimNext({ ...options, ...project }), {
        clock: this.#clock,
        policy: this.#settings.statusRetry,
        signal: this.#stop.signal,
      });
      if (claim.kind === 'none') return undefined;
      const { run } = claim;
      await this.#points.reach('after:claim', run.id);
      this.#wakes.wake(run.id);
      if (claim.kind === 'crash-loop') this.#ended(run, undefined);
      else this.#begin(run);
      return run;
    } catch (error) {
      if (this.#stop.signal.aborted) return undefined;
      // Nothing that passes by itself; but the runs that wait must not be forgotten.
      this.#logger.error('run-claim-failed', { error });
      this.#nextLook?.[Symbol.dispose]();
      this.#nextLook = this.#clock.after(LOOK_AGAIN_MS, () => this.#dispatch());
      return undefined;
    }
  }

  #begin(run: Run): void {
    const controller = new AbortController();
    // The step of one run never holds up the loop that takes the others.
    const onStray = (reason: unknown) => {
      this.#logger.error('run-stray-rejection', { run: run.id, attempt: run.attempt, error: reason });
      controller.abort(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const done = withStrayRejections(onStray, () => this.#attempt(run, controller));
    this.#attempts.set(run.id, { run, controller, done });
    this.metrics.runsExecuting.set(this.#attempts.size);
    if (this.#stop.signal.aborted) controller.abort(new RunStopped('shutdown'));
  }

  async #attempt(run: Run, controller: AbortController): Promise<void> {
    // The attempt is known to the manager before it begins.
    await Promise.resolve();
    const { id, attempt, projectId, scope } = run;
    const begun = this.#clock.monotonic();
    this.#logger.info('run-start', { run: id, project: projectId, attempt, scope });
    const lease = this.#leases.keep({ id, attempt }, controller);
    try {
      const writer = this.#writerOf(run, controller);
      const outcome = await this.#executor.execute(run, { signal: controller.signal, writer });
      const ended = await this.#settle(run, outcome, writer);
      if (ended !== undefined) this.#ended(ended, begun);
    } catch (error) {
      this.#logger.error('run-end-unsaved', { run: id, attempt, error });
    } finally {
      lease[Symbol.dispose]();
      this.#attempts.delete(id);
      this.metrics.runsExecuting.set(this.#attempts.size);
      this.#wakes.wake(id);
      if (!this.#stop.signal.aborted) this.#dispatch();
    }
  }

  #writerOf({ id, attempt }: Run, controller: AbortController): AttemptWriter {
    const { appendRetry: policy } = this.#settings;
    return new AttemptWriter({ id, attempt }, this.#storage, {
      clock: this.#clock,
      points: this.#points,
      policy,
      metrics: this.metrics,
      onCommitted: (run) => {
        this.#wakes.wake(id);
        // Another process can only write it down that a person cancelled.
        if (run.status === 'cancelling') controller.abort(new RunStopped('cancel'));
      },
      onRefused: (refusal) => {
        if (refusal.kind === 'error') {
          if (GlossaryError.is(refusal.error, 'storage/disk-full')) this.#makeRoom();
          controller.abort(refusal.error);
        } else controller.abort(new RunStopped('lease-lost'));
      },
    });
  }

  /** Writes down what an attempt came to; answers the run where it is over. */
  async #settle(run: Run, outcome: ExecutionOutcome, writer: AttemptWriter): Promise<Run | undefined> {
    const { id, attempt } = run;
    const rest = await writer.close();
    if (outcome.kind === 'stopped') {
      const { reason } = outcome;
      const release = () => this.#storage.runs.release({ id, attempt }, { reason });
      await this.#keepRest(run, rest);
      const moved = await saveStatus({ id, attempt }, release, this.#statusTools());
      this.#logger.info('run-interrupted', { run: id, attempt, reason });
      return overOf(moved);
    }
    const { kind: _, results, ...end } = outcome;
    try {
      return await saveEnd({ id, attempt, ...rest, ...end, save: results?.save }, this.#statusTools());
    } catch (error) {
      if (results === undefined) throw error;
      // The results themselves cannot be saved: that is how this run ends.
      this.#logger.error('run-results-unsaved', { run: id, attempt, error });
      const failure = {
        code: GlossaryError.is(error) ? error.code : 'unexpected',
        message: 'The results could not be saved.',
      };
      return saveEnd({ id, attempt, ...rest, ...end, status: 'failed', failure }, this.#statusTools());
    }
  }

  /** What a stopped attempt still had to say goes first: its events and checkpoints are not lost with it. */
  async #keepRest({ id, attempt }: Run, rest: LastGroup): Promise<void> {
    if (rest.events.length === 0 && rest.checkpoints.length === 0) return;
    await saveStatus({ id, attempt }, () => this.#storage.runs.append({ id, attempt, ...rest }), this.#statusTools());
  }

  #statusTools(): StatusWriterTools {
    return {
      storage: this.#storage,
      journal: this.journal,
      clock: this.#clock,
      logger: this.#logger,
      metrics: this.metrics,
      points: this.#points,
      policy: this.#settings.statusRetry,
    };
  }

  #ended(run: Run, begun: number | undefined): void {
    if (!isTerminal(run.status)) return;
    const { id, projectId, attempt, scope, status, counts, usage, failure } = run;
    this.metrics.runsEnded.inc({ scope, status });
    if (begun !== undefined) {
      this.metrics.runSeconds.observe({ scope, status }, (this.#clock.monotonic() - begun) / 1000);
    }
    this.#logger.info('run-end', { run: id, project: projectId, attempt, status, ...counts, ...usage, failure });
    this.#wakes.wake(id);
    void this.#storage.journals
      .prune(projectId, { keepRuns: this.#settings.keepJournals })
      .catch((error: unknown) => this.#logger.warn('journal-prune-failed', { project: projectId, error }));
  }

  /** Attempts whose process died, or whose lease ran out, wait again (or are cancelled, where that was asked). */
  async #takeOver(options: { readonly isSoleOwner: boolean }): Promise<void> {
    const released = await this.#request(() => this.#storage.runs.releaseOrphans(options));
    for (const run of released) {
      this.#logger.warn('run-orphaned', { run: run.id, project: run.projectId, attempt: run.attempt, now: run.status });
      this.metrics.leaseTakeovers.inc();
      this.#wakes.wake(run.id);
      this.#ended(run, undefined);
    }
    if (released.length > 0) this.#dispatch();
  }

  /** Where processes share a database: cancels and orphans of others. */
  #sweepLater(): void {
    if (this.#storage.isSoleOwner || this.#stop.signal.aborted) return;
    this.#sweep = this.#clock.after(SWEEP_MS, () => {
      const looks = [...this.#attempts.values()].map(async ({ run, controller }) => {
        const now = await this.#storage.runs.find(run.id);
        if (now?.status === 'cancelling') controller.abort(new RunStopped('cancel'));
        if (now === undefined || now.attempt !== run.attempt) controller.abort(new RunStopped('lease-lost'));
      });
      void Promise.all([this.#takeOver({ isSoleOwner: false }), ...looks])
        .catch((error: unknown) => this.#logger.warn('run-sweep-failed', { error }))
        .finally(() => this.#sweepLater());
      this.#dispatch();
    });
  }

  #makeRoom(): void {
    this.#isDiskFull = true;
    this.#storage.reserve.release();
    this.#logger.error('disk-full', { location: this.#storage.location });
  }

  #refuseOnFullDisk(): void {
    if (!this.#isDiskFull) return;
    this.#isDiskFull = !this.#storage.reserve.restore();
    if (!this.#isDiskFull) return;
    throw new GlossaryError('run/disk-full', `The disk of ${this.#storage.location} is full.`, {
      details: { path: this.#storage.location },
    });
  }

  #request<T>(write: () => Promise<T>): Promise<T> {
    return retryWrites(write, { clock: this.#clock, policy: REQUEST_RETRY });
  }
}

function overOf(moved: Moved): Run | undefined {
  return moved.kind !== 'not-found' && isTerminal(moved.run.status) ? moved.run : undefined;
}

function notFound(id: RunId): GlossaryError<'run/not-found'> {
  return new GlossaryError('run/not-found', `There is no run ${id}.`, { details: { runId: id } });
}
