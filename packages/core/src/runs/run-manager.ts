import { notFound } from '../actions/not-found.ts';
import { requireProject } from '../actions/require-project.ts';
import {
  type ModelCallText,
  type Page,
  type ProjectId,
  type RecordedCall,
  type Run,
  type RunBudget,
  type RunEstimate,
  type RunFailure,
  type RunId,
  type RunScope,
  runId,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { systemClock } from '../runtime/clock.ts';
import { systemIds } from '../runtime/id-source.ts';
import { silentLogger } from '../runtime/logger.ts';
import { createMetrics, type Metrics } from '../runtime/metrics.ts';
import { noPoints } from '../runtime/points.ts';
import type { CallQuery } from '../storage/run-stores.ts';
import type { Storage } from '../storage/storage.ts';
import { Journal } from './journal.ts';
import type { EstimateOptions, RunWork } from './pipeline-executor.ts';
import { retryWrites } from './retry-writes.ts';
import { defaultRunSettings, requestRetry, type RunManagerSettings, type RunManagerTools } from './run-settings.ts';
import type { RunTools } from './run-tools.ts';
import { RunWorker } from './run-worker.ts';
import { Wakes } from './wakes.ts';

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

/**
 * The door of the run system: what people ask of runs. It holds nothing of a run that is over, and nothing that the
 * database does not hold of one that is not.
 */
export class RunManager implements AsyncDisposable {
  readonly journal: Journal;
  readonly metrics: Metrics;
  readonly #work: RunWork;
  readonly #tools: RunTools;
  readonly #worker: RunWorker;

  private constructor(work: RunWork, tools: RunTools) {
    this.#work = work;
    this.#tools = tools;
    this.journal = tools.journal;
    this.metrics = tools.metrics;
    this.#worker = new RunWorker(work, tools);
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
    { settings, ...given }: RunManagerTools & { readonly settings?: RunManagerSettings } = {},
  ): Promise<RunManager> {
    const { clock = systemClock, ids = systemIds, logger = silentLogger, points = noPoints } = given;
    const metrics = given.metrics ?? createMetrics({ databaseLogBytes: () => storage.logBytes() });
    const wakes = new Wakes();
    const manager = new RunManager(work, {
      storage,
      journal: new Journal(storage, { wakes, clock, metrics }),
      wakes,
      clock,
      ids,
      logger,
      metrics,
      points,
      settings: { ...defaultRunSettings, ...settings },
    });
    await manager.#worker.begin();
    return manager;
  }

  /** Runs that this process works on now. */
  get executing(): number {
    return this.#worker.executing;
  }

  /** Followers that wait for something new. */
  get waitingFollowers(): number {
    return this.#tools.wakes.waiters;
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

  /**
   * Makes a run that failed before it began: it could not be started, says why, and `resume` starts it. The key answers
   * the run that it has started, if any.
   *
   * @throws `run/already-active` · `run/key-reused` · `storage/not-found` when the project is gone
   */
  async recordUnstarted(request: RunRequest, failure: RunFailure): Promise<Run> {
    return this.#create({ ...request, failure });
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
  estimate(
    { input, projectId }: Pick<RunRequest, 'input' | 'projectId'>,
    { signal = new AbortController().signal, ...options }: Partial<EstimateOptions> = {},
  ): Promise<RunEstimate> {
    return this.#work.estimate(input, projectId, { signal, ...options });
  }

  /** Asks a run to stop; asking again changes nothing. @throws `run/not-found` */
  async cancel(id: RunId): Promise<CancelOutcome> {
    const moved = await this.#request(() => this.#tools.storage.runs.cancel(id));
    if (moved.kind === 'not-found') throw noRun(id);
    const { run } = moved;
    if (moved.kind === 'moved') this.#tools.wakes.wake(id);
    if (run.status === 'cancelling') this.#worker.stop(id, 'cancel');
    if (moved.kind === 'moved' && run.status === 'cancelled') this.#worker.ended(run);
    if (run.status === 'cancelling') return { kind: 'cancelling', run };
    return { kind: moved.kind === 'moved' ? 'cancelled' : 'already-over', run };
  }

  /** The run as it is stored. @throws `run/not-found` */
  async find(id: RunId): Promise<Run> {
    const run = await this.#request(() => this.#tools.storage.runs.find(id));
    if (run === undefined) throw noRun(id);
    return run;
  }

  /** The runs of a project, newest first. @throws `storage/not-found` when the project is gone or in the trash */
  async list(project: ProjectId, options?: { readonly limit?: number }): Promise<readonly Run[]> {
    const { storage } = this.#tools;
    await this.#request(() => requireProject(storage, project));
    return this.#request(() => storage.runs.list(project, options));
  }

  /** The run of a project that is not over. @throws as `list` */
  async current(project: ProjectId): Promise<Run | undefined> {
    const { storage } = this.#tools;
    await this.#request(() => requireProject(storage, project));
    return this.#request(() => storage.runs.active(project));
  }

  /** What a run asked of language models, a page of it. @throws `run/not-found` · `list/invalid-cursor` */
  async calls(id: RunId, query: CallQuery): Promise<Page<RecordedCall>> {
    const page = await this.#request(() => this.#tools.storage.calls.page(id, query));
    if (page.total === 0) await this.find(id);
    return page;
  }

  /** One of the questions, with its words where they were kept. @throws `run/not-found` · `storage/not-found` */
  async call(id: RunId, number: number): Promise<RecordedCall & { readonly text?: ModelCallText }> {
    const call = await this.#request(() => this.#tools.storage.calls.read(id, number));
    if (call !== undefined) return call;
    await this.find(id);
    throw notFound('call', `${number}`);
  }

  /** Waits until the run is over. @throws `run/not-found` · the signal's reason */
  async settled(
    id: RunId,
    { signal = new AbortController().signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Run> {
    signal.throwIfAborted();
    const { lastSeq } = await this.find(id);
    // The followers' way is the only one that needs no memory of runs: the row says when it is over.
    for await (const followed of this.journal.follow(id, { after: lastSeq, signal })) void followed;
    return this.find(id);
  }

  /**
   * Starts no more, stops what is running so that another process can go on at once, and waits until that is saved:
   * at most some seconds, then the next process finds out by itself.
   */
  shutdown(): Promise<void> {
    return this.#worker.shutdown();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.shutdown();
    this.#worker[Symbol.dispose]();
  }

  async #start(request: RunRequest & { readonly resumes?: RunId }): Promise<Run> {
    const { storage } = this.#tools;
    if (this.#worker.isStopping) {
      throw new GlossaryError('run/shutting-down', 'This process is ending and starts no more runs.', {
        details: { location: storage.location },
      });
    }
    if (!this.#worker.hasRoom()) {
      throw new GlossaryError('run/disk-full', `The disk of ${storage.location} is full.`, {
        details: { path: storage.location },
      });
    }
    return this.#create(request);
  }

  async #create({
    key = this.#tools.ids(),
    ...request
  }: RunRequest & { readonly resumes?: RunId; readonly failure?: RunFailure }): Promise<Run> {
    const { storage, ids, logger, points, wakes } = this.#tools;
    const id = runId(ids());
    await points.reach('before:start', id);
    const created = await this.#request(() => storage.runs.create({ ...request, id, key }));
    await points.reach('after:start', id);
    const { run } = created;
    switch (created.kind) {
      case 'created':
        logger.info('run-queued', { run: run.id, project: run.projectId, scope: run.scope });
        wakes.wake(run.id);
        if (request.failure === undefined) this.#worker.dispatch();
        else this.#worker.ended(run);
        return run;
      case 'same-key':
        if (created.isSameRequest) {
          // Its first answer may have been lost before anybody looked for work.
          this.#worker.dispatch();
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

  #request<T>(write: () => Promise<T>): Promise<T> {
    return retryWrites(write, { clock: this.#tools.clock, policy: requestRetry });
  }
}

function noRun(id: RunId): GlossaryError<'run/not-found'> {
  return new GlossaryError('run/not-found', `There is no run ${id}.`, { details: { runId: id } });
}
