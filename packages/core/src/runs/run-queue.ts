import { type ProjectId, runId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import { silentLogger, type Logger } from '../runtime/logger.ts';
import { startBuild, type BuildTools } from './start-build.ts';

export interface RunQueueTools {
  readonly logger?: Logger;
  readonly clock?: Clock;
}

/** What could not be started is tried again after so long, each time after twice as long … */
const RETRY_MS = 1000;
/** … up to this: whoever makes room on a disk does not wait for much longer. */
const LONGEST_RETRY_MS = 60_000;

/**
 * Starts the runs that were wished for while another one was in the way. A wish is stored with what it is about, in one
 * transaction, so it outlives this process; it is forgotten when its run is there. Several wishes of a project are one
 * run: what begins later does all that was wished before.
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

  /** The wish stays; the clock looks again, unless somebody wishes before. */
  #lookLater(project: ProjectId, error: unknown): void {
    // Where the process ends, the next one finds it.
    if (this.#stop.signal.aborted || GlossaryError.is(error, 'run/shutting-down')) return;
    const tries = (this.#failed.get(project)?.tries ?? 0) + 1;
    const waitMs = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (tries - 1));
    const { code } = describeFailure(error);
    this.#logger.warn('run-queue-retry', { project, tries, code, waitMs, error });
    this.#tools.runs.metrics.wantedRunRetries.inc({ code });
    const next = this.#clock.after(waitMs, () => this.look(project), { keepsAlive: false });
    this.#failed.set(project, { tries, next });
  }

  async #lookAfter(project: ProjectId): Promise<void> {
    // Whoever wishes meanwhile finds the one that looks.
    await Promise.resolve();
    const { storage, runs } = this.#tools;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const own = this.#looking.get(project);
      if (own !== undefined) own.isAgain = false;
      const wanted = await storage.wantedRuns.read(project);
      if (wanted === undefined) return;
      const { name } = (await storage.projects.read(project)) ?? {};
      if (name === undefined) return storage.wantedRuns.remove(wanted);
      try {
        await startBuild(this.#tools, project, { scope: wanted.scope, key: wanted.key, options: { title: name } });
        await storage.wantedRuns.remove(wanted);
      } catch (error) {
        // The key is of this wish alone: its run is there, and the project has been renamed since.
        if (GlossaryError.is(error, 'run/key-reused')) await storage.wantedRuns.remove(wanted);
        else if (GlossaryError.is(error, 'run/already-active')) {
          await runs.settled(runId(error.details.runId), { signal });
        } else throw error;
      }
    }
  }
}
