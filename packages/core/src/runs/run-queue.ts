import { type ProjectId, type Run, type RunFailure, runId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import { silentLogger, type Logger } from '../runtime/logger.ts';
import type { WantedRun } from '../storage/run-stores.ts';
import { type BuildOrder, type BuildTools, recordUnstarted, startBuild } from './start-build.ts';

export interface RunQueueTools {
  readonly logger?: Logger;
  readonly clock?: Clock;
}

/** What could not be started is tried again after so long, each time after twice as long … */
const RETRY_MS = 1000;
/** … up to this: whoever makes room on a disk does not wait for much longer … */
const LONGEST_RETRY_MS = 60_000;
/** … and so often: after four minutes people hear why nothing happens, and decide when it starts. */
const MOST_TRIES = 10;

/**
 * Starts the runs that were wished for while another one was in the way. A wish is stored with what it is about, in one
 * transaction, so it outlives this process; it is forgotten when its run is there. Several wishes of a project are one
 * run: what begins later does all that was wished before. What cannot be started is tried again, then told as a run that
 * failed: it is in the list, says why, and is resumed like any other.
 */
export class RunQueue implements AsyncDisposable {
  readonly #tools: BuildTools;
  readonly #logger: Logger;
  readonly #clock: Clock;
  readonly #stop = new AbortController();
  /** Projects that somebody looks after; `true`: look once more. */
  readonly #looking = new Map<ProjectId, { isAgain: boolean; readonly done: Promise<void> }>();
  /** Projects whose run could not be started, with the failed tries in a row. */
  readonly #failed = new Map<ProjectId, { readonly tries: number; readonly next: Disposable }>();

  private constructor(tools: BuildTools, { logger = silentLogger, clock = systemClock }: RunQueueTools) {
    this.#tools = tools;
    this.#logger = logger;
    this.#clock = clock;
  }

  /** Goes on with what a former process left. */
  static async open(tools: BuildTools, more: RunQueueTools = {}): Promise<RunQueue> {
    const queue = new RunQueue(tools, more);
    for (const { project } of await tools.storage.wantedRuns.list()) queue.look(project);
    return queue;
  }

  /** A run was wished for: it starts as soon as nothing is in its way. */
  look(project: ProjectId): void {
    if (this.#stop.signal.aborted) return;
    const known = this.#looking.get(project);
    if (known !== undefined) {
      known.isAgain = true;
      return;
    }
    this.#failed.get(project)?.next[Symbol.dispose]();
    const done = this.#lookAfter(project)
      .then(
        () => void this.#failed.delete(project),
        (error: unknown) => this.#lookLater(project, error),
      )
      .finally(() => {
        const isAgain = this.#looking.get(project)?.isAgain === true;
        this.#looking.delete(project);
        // Somebody wished after the last look, and before this.
        if (isAgain) this.look(project);
      });
    this.#looking.set(project, { isAgain: false, done });
  }

  /** Looks no more, and waits for no run: what is wished for stays stored. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    for (const { next } of this.#failed.values()) next[Symbol.dispose]();
    await Promise.all([...this.#looking.values()].map(({ done }) => done));
  }

  /** The wish stays, and the clock looks again unless somebody wishes before. After the last try it is a run that failed. */
  async #lookLater(project: ProjectId, error: unknown): Promise<void> {
    // Where the process ends, the next one finds it.
    if (this.#stop.signal.aborted || GlossaryError.is(error, 'run/shutting-down')) return;
    const tries = (this.#failed.get(project)?.tries ?? 0) + 1;
    const failure = describeFailure(error);
    const { code } = failure;
    this.#tools.runs.metrics.wantedRunRetries.inc({ code });
    // Who wished meanwhile is owed a try of their own.
    const isLast = tries >= MOST_TRIES && this.#looking.get(project)?.isAgain !== true;
    if (isLast && (await this.#giveUp(project, { tries, failure }))) {
      this.#logger.error('run-queue-gave-up', { project, tries, code, error });
      this.#failed.delete(project);
      return;
    }
    // The process may end while it is told.
    if (this.#stop.signal.aborted) return;
    const waitMs = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (tries - 1));
    this.#logger.warn('run-queue-retry', { project, tries, code, waitMs, error });
    const next = this.#clock.after(waitMs, () => this.look(project), { keepsAlive: false });
    this.#failed.set(project, { tries, next });
  }

  /** Whether the wish is over: where it cannot be told either, it stays. */
  async #giveUp(
    project: ProjectId,
    { tries, failure }: { readonly tries: number; readonly failure: RunFailure },
  ): Promise<boolean> {
    const why = new GlossaryError(
      'run/not-started',
      `The run could not be started, ${tries} times in a row: ${failure.message}`,
      { details: { tries, failure } },
    );
    try {
      const wish = await this.#wishOf(project);
      if (wish !== undefined) {
        await this.#settle(wish.wanted, () =>
          recordUnstarted(this.#tools, { project, ...wish.order }, describeFailure(why)),
        );
      }
      return true;
    } catch (error) {
      this.#logger.warn('run-queue-untold', { project, error });
      return false;
    }
  }

  async #lookAfter(project: ProjectId): Promise<void> {
    // Whoever wishes meanwhile finds the one that looks.
    await Promise.resolve();
    const { runs } = this.#tools;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const own = this.#looking.get(project);
      if (own !== undefined) own.isAgain = false;
      const wish = await this.#wishOf(project);
      if (wish === undefined) return;
      try {
        await this.#settle(wish.wanted, () => startBuild(this.#tools, project, wish.order));
      } catch (error) {
        if (!GlossaryError.is(error, 'run/already-active')) throw error;
        await runs.settled(runId(error.details.runId), { signal });
      }
    }
  }

  /** What is wished of a project, as it is ordered. */
  async #wishOf(project: ProjectId): Promise<{ readonly wanted: WantedRun; readonly order: BuildOrder } | undefined> {
    const { wantedRuns, projects } = this.#tools.storage;
    const wanted = await wantedRuns.read(project);
    if (wanted === undefined) return undefined;
    const { scope, key } = wanted;
    const { name: title } = (await projects.read(project)) ?? {};
    if (title !== undefined) return { wanted, order: { scope, key, options: { title } } };
    await wantedRuns.remove(wanted);
    return undefined;
  }

  /** Makes the run of a wish, which is then forgotten. */
  async #settle(wanted: WantedRun, make: () => Promise<Run>): Promise<void> {
    try {
      await make();
    } catch (error) {
      // The key is of this wish alone: its run is there, and the project has been renamed since.
      if (!GlossaryError.is(error, 'run/key-reused')) throw error;
    }
    await this.#tools.storage.wantedRuns.remove(wanted);
  }
}
