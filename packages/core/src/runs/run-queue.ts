import { type ProjectId, runId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { silentLogger, type Logger } from '../runtime/logger.ts';
import { startBuild, type BuildTools } from './start-build.ts';

/**
 * Starts the runs that were wished for while another one was in the way. A wish is stored with what it is about, in one
 * transaction, so it outlives this process; it is forgotten when its run is there. Several wishes of a project are one
 * run: what begins later does all that was wished before.
 */
export class RunQueue implements AsyncDisposable {
  readonly #tools: BuildTools;
  readonly #logger: Logger;
  readonly #stop = new AbortController();
  /** Projects that somebody looks after; `true`: look once more. */
  readonly #looking = new Map<ProjectId, { isAgain: boolean; readonly done: Promise<void> }>();

  private constructor(tools: BuildTools, logger: Logger) {
    this.#tools = tools;
    this.#logger = logger;
  }

  /** Goes on with what a former process left. */
  static async open(tools: BuildTools, logger: Logger = silentLogger): Promise<RunQueue> {
    const queue = new RunQueue(tools, logger);
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
    const done = this.#lookAfter(project)
      .catch((error: unknown) => {
        // The wish stays; whoever looks next finds it.
        if (!this.#stop.signal.aborted) this.#logger.warn('run-queue', { project, error });
      })
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
    await Promise.all([...this.#looking.values()].map(({ done }) => done));
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
        if (!GlossaryError.is(error, 'run/already-active')) throw error;
        await runs.settled(runId(error.details.runId), { signal });
      }
    }
  }
}
