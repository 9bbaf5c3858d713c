import { isTerminal, type Run, type RunId } from '../domain/index.ts';
import { sleep } from '../runtime/clock.ts';
import { carryOutAttempt } from './carry-out-attempt.ts';
import { InFlight } from './in-flight.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { PipelineExecutor, type RunWork } from './pipeline-executor.ts';
import { retryWrites } from './retry-writes.ts';
import { requestRetry } from './run-settings.ts';
import { RunStopped, type StopReason } from './run-stopped.ts';
import type { RunTools } from './run-tools.ts';
import { watchStrayRejections, withStrayRejections } from './stray-rejections.ts';

interface Attempt {
  readonly run: Run;
  readonly controller: AbortController;
  readonly inFlight: InFlight;
  readonly done: Promise<void>;
}

/** Cancels and orphans that another process left are noticed within this. */
const SWEEP_MS = 1000;
/** After an error that does not pass, waiting runs are looked at again. */
const LOOK_AGAIN_MS = 5000;
/** Answers that are under way when the process ends have so long to come in. */
const DRAIN_MS = 2000;
/** Runs are given back within this when the process ends. */
const SHUTDOWN_MS = 8000;

/**
 * Takes waiting runs while there is room and carries them out. The queue is in the database, oldest first; all that is
 * kept here is the attempts that are going on now.
 */
export class RunWorker implements Disposable {
  readonly #tools: RunTools;
  readonly #executor: PipelineExecutor;
  readonly #leases: LeaseKeeper;
  readonly #attempts = new Map<RunId, Attempt>();
  /** What nobody waits for until the process ends: retention, and looks at what other processes did. */
  readonly #aside = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  readonly #strays = watchStrayRejections();
  #dispatching: Promise<void> | undefined;
  #mustDispatch = false;
  #isDiskFull = false;
  #sweep: Disposable | undefined;
  #nextLook: Disposable | undefined;

  constructor(work: RunWork, tools: RunTools) {
    this.#tools = tools;
    const { storage, clock, logger, metrics, settings } = tools;
    this.#executor = new PipelineExecutor(work, { storage, clock, logger, metrics, graceMs: settings.graceMs });
    this.#leases = new LeaseKeeper(storage, { clock, logger, metrics }, settings);
  }

  get executing(): number {
    return this.#attempts.size;
  }

  /** Whether it takes no more runs. */
  get isStopping(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Whether a run may start: not while the disk is full. */
  hasRoom(): boolean {
    if (this.#isDiskFull) this.#isDiskFull = !this.#tools.storage.reserve.restore();
    return !this.#isDiskFull;
  }

  /** Goes on with what a former process left, and begins to work. */
  async begin(): Promise<void> {
    const { storage } = this.#tools;
    storage.reserve.restore();
    await this.#takeOver({ isSoleOwner: storage.isSoleOwner });
    this.#sweepLater();
    this.dispatch();
  }

  /** Takes waiting runs while there is room. One loop at a time; a call during it makes it look once more. */
  dispatch(): void {
    this.#mustDispatch = true;
    this.#dispatching ??= this.#takeWaiting().finally(() => {
      this.#dispatching = undefined;
    });
  }

  /** Stops the attempt of a run, where it is going on here. */
  stop(run: RunId, reason: StopReason): void {
    this.#attempts.get(run)?.controller.abort(new RunStopped(reason));
  }

  /** Takes no more, stops what is going on so that another process can go on, and waits until that is saved. */
  async shutdown(): Promise<void> {
    if (!this.isStopping) {
      this.#stop.abort(new RunStopped('shutdown'));
      this.#sweep?.[Symbol.dispose]();
      this.#nextLook?.[Symbol.dispose]();
      for (const attempt of this.#attempts.values()) void this.#drain(attempt);
    }
    const over = new AbortController();
    await Promise.race([this.#allOver(), sleep(this.#tools.clock, SHUTDOWN_MS, over.signal).catch(() => undefined)]);
    over.abort();
  }

  async #allOver(): Promise<void> {
    // A run that is being taken just now is an attempt only when it has been taken.
    await this.#dispatching;
    await Promise.all([...this.#attempts.values()].map(({ done }) => done));
    // Whoever closes the database next must not take it away under these.
    await Promise.all([this.#leases.answered(), ...this.#aside]);
  }

  /** What is being paid for may still come in, for a moment; then the attempt stops. */
  async #drain({ run, inFlight }: Attempt): Promise<void> {
    const over = new AbortController();
    const late = sleep(this.#tools.clock, DRAIN_MS, over.signal).catch(() => undefined);
    await Promise.race([inFlight.drain(), late]);
    over.abort();
    this.stop(run.id, 'shutdown');
  }

  [Symbol.dispose](): void {
    this.#leases[Symbol.dispose]();
    this.#strays[Symbol.dispose]();
  }

  /** Counts and logs the end of a run, and lets retention take what is too old. */
  ended(run: Run, seconds?: number): void {
    if (!isTerminal(run.status)) return;
    const { storage, logger, metrics, wakes, settings } = this.#tools;
    const { id, projectId, attempt, scope, status, counts, usage, failure } = run;
    metrics.runsEnded.inc({ scope, status });
    if (seconds !== undefined) metrics.runSeconds.observe({ scope, status }, seconds);
    logger.info('run-end', { run: id, project: projectId, attempt, status, ...counts, ...usage, failure });
    wakes.wake(id);
    const pruning = storage.journals.prune(projectId, { keepRuns: settings.keepJournals });
    this.#doAside(pruning, (error) => logger.warn('journal-prune-failed', { project: projectId, error }));
  }

  #doAside(work: Promise<unknown>, onError: (error: unknown) => void): void {
    const done = work.then(() => undefined, onError).finally(() => this.#aside.delete(done));
    this.#aside.add(done);
  }

  async #takeWaiting(): Promise<void> {
    while (this.#mustDispatch && !this.isStopping) {
      this.#mustDispatch = false;
      let isMore = true;
      while (isMore && this.#attempts.size < this.#tools.settings.concurrency && !this.isStopping) {
        isMore = await this.#takeNext();
      }
    }
  }

  /** Answers whether there may be another one. */
  async #takeNext(): Promise<boolean> {
    const { storage, clock, ids, logger, points, wakes, settings } = this.#tools;
    const { leaseMs, maxBarrenAttempts, onlyProject } = settings;
    const project = onlyProject === undefined ? {} : { project: onlyProject };
    const request = { owner: ids(), leaseMs, maxBarrenAttempts, ...project };
    await points.reach('before:claim', '');
    try {
      const claim = await retryWrites(() => storage.runs.claimNext(request), {
        clock,
        policy: settings.statusRetry,
        signal: this.#stop.signal,
      });
      if (claim.kind === 'none') return false;
      const { run } = claim;
      await points.reach('after:claim', run.id);
      wakes.wake(run.id);
      if (claim.kind === 'crash-loop') this.ended(run);
      else this.#begin(run);
      return true;
    } catch (error) {
      if (this.isStopping) return false;
      // Nothing that passes by itself; but the runs that wait must not be forgotten.
      logger.error('run-claim-failed', { error });
      this.#nextLook?.[Symbol.dispose]();
      this.#nextLook = clock.after(LOOK_AGAIN_MS, () => this.dispatch());
      return false;
    }
  }

  #begin(run: Run): void {
    const { logger, metrics } = this.#tools;
    const controller = new AbortController();
    const onStray = (reason: unknown) => {
      logger.error('run-stray-rejection', { run: run.id, attempt: run.attempt, error: reason });
      controller.abort(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const inFlight = new InFlight();
    const done = withStrayRejections(onStray, () => this.#attempt(run, { controller, inFlight }));
    this.#attempts.set(run.id, { run, controller, inFlight, done });
    metrics.runsExecuting.set(this.#attempts.size);
    if (this.isStopping) this.stop(run.id, 'shutdown');
  }

  async #attempt(run: Run, stops: Pick<Attempt, 'controller' | 'inFlight'>): Promise<void> {
    // The attempt is known before it begins.
    await Promise.resolve();
    const { clock, logger, metrics, wakes } = this.#tools;
    const { id, attempt, projectId, scope } = run;
    const begun = clock.monotonic();
    logger.info('run-start', { run: id, project: projectId, attempt, scope });
    const lease = this.#leases.keep({ id, attempt }, stops.controller);
    try {
      const tools = { ...this.#tools, executor: this.#executor, makeRoom: () => this.#makeRoom() };
      const over = await carryOutAttempt(run, stops, tools);
      if (over !== undefined) this.ended(over, (clock.monotonic() - begun) / 1000);
    } catch (error) {
      logger.error('run-end-unsaved', { run: id, attempt, error });
    } finally {
      lease[Symbol.dispose]();
      this.#attempts.delete(id);
      metrics.runsExecuting.set(this.#attempts.size);
      wakes.wake(id);
      if (!this.isStopping) this.dispatch();
    }
  }

  /** Attempts whose process died, or whose lease ran out, wait again (or are cancelled, where that was asked). */
  async #takeOver(options: { readonly isSoleOwner: boolean }): Promise<void> {
    const { storage, clock, logger, metrics, wakes } = this.#tools;
    const released = await retryWrites(() => storage.runs.releaseOrphans(options), { clock, policy: requestRetry });
    for (const run of released) {
      logger.warn('run-orphaned', { run: run.id, project: run.projectId, attempt: run.attempt, now: run.status });
      metrics.leaseTakeovers.inc();
      wakes.wake(run.id);
      this.ended(run);
    }
    if (released.length > 0) this.dispatch();
  }

  /** Where processes share a database: what others cancelled, left behind or started. */
  #sweepLater(): void {
    const { storage, clock, logger } = this.#tools;
    if (storage.isSoleOwner || this.isStopping) return;
    this.#sweep = clock.after(SWEEP_MS, () => {
      const looks = [...this.#attempts.values()].map(async ({ run, controller }) => {
        const now = await storage.runs.find(run.id);
        if (now?.status === 'cancelling') controller.abort(new RunStopped('cancel'));
        if (now === undefined || now.attempt !== run.attempt) controller.abort(new RunStopped('lease-lost'));
      });
      const sweep = Promise.all([this.#takeOver({ isSoleOwner: false }), ...looks]).finally(() => this.#sweepLater());
      this.#doAside(sweep, (error) => logger.warn('run-sweep-failed', { error }));
      this.dispatch();
    });
  }

  #makeRoom(): void {
    const { storage, logger } = this.#tools;
    this.#isDiskFull = true;
    storage.reserve.release();
    logger.error('disk-full', { location: storage.location });
  }
}
