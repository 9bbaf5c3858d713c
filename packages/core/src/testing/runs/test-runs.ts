import { Agent } from 'node:http';
import type { JournalEntry, Run, RunId } from '../../domain/index.ts';
import type { Points } from '../../runtime/points.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/logger.ts';
import type { Followed } from '../../runs/journal.ts';
import { RunManager } from '../../runs/run-manager.ts';
import type { RunManagerSettings } from '../../runs/run-settings.ts';
import type { InterceptStatement } from '../../storage/kysely/exact-dialect.ts';
import { openStorage, type StorageLocation } from '../../storage/kysely/open-storage.ts';
import type { Project } from '../../domain/index.ts';
import type { Storage } from '../../storage/storage.ts';
import { HeldClock } from './held-clock.ts';
import { createTestWork, type TestHooks, type TestInput } from './test-work.ts';
import { type ModelServer, startModelServer } from './model-server.ts';

/** Where a suite of runs keeps its data: a new empty place for each test. */
export interface RunsFixture {
  /** Whether several processes may work on one place. */
  readonly isShared: boolean;
  fresh(): Promise<StorageLocation>;
  /** Takes a place away that no test looks at any more: ten thousand of them would fill a disk. */
  forget?(location: StorageLocation): Promise<void>;
}

export interface TestRunsOptions {
  readonly location: StorageLocation;
  readonly model?: ModelServer;
  readonly hooks?: TestHooks;
  readonly settings?: RunManagerSettings;
  readonly clock?: Clock;
  /** Whether the clock also decides about leases; else the database's own does, as where processes share it. */
  readonly holdsLeases?: boolean;
  readonly points?: Points;
  readonly logger?: Logger;
  readonly intercept?: InterceptStatement;
}

/** Of a process that a test leaves behind: it never loses its lease by itself, however slow the machine is. */
export const keptLease = { leaseMs: 600_000, heartbeatMs: 600_000 } as const satisfies RunManagerSettings;

/** A whole run system over a real database and a real model server. Disposing it closes all of it. */
export class TestRuns implements AsyncDisposable {
  readonly storage: Storage;
  readonly runs: RunManager;
  readonly model: ModelServer;
  readonly agent: Agent;
  readonly #opened: AsyncDisposableStack;
  readonly #clock: Clock | undefined;

  private constructor(
    parts: Pick<TestRuns, 'storage' | 'runs' | 'model' | 'agent'>,
    { opened, clock }: { readonly opened: AsyncDisposableStack; readonly clock: Clock | undefined },
  ) {
    this.storage = parts.storage;
    this.runs = parts.runs;
    this.model = parts.model;
    this.agent = parts.agent;
    this.#opened = opened;
    this.#clock = clock;
  }

  static async open({
    location,
    hooks = {},
    clock,
    holdsLeases = true,
    intercept,
    ...options
  }: TestRunsOptions): Promise<TestRuns> {
    await using opened = new AsyncDisposableStack();
    const model = options.model ?? opened.use(await startModelServer());
    const agent = opened.adopt(new Agent({ keepAlive: true, maxSockets: 64 }), (pool) => pool.destroy());
    const storage = opened.use(
      await openStorage(location, {
        ...(clock === undefined || !holdsLeases ? {} : { clock }),
        ...(intercept === undefined ? {} : { intercept }),
      }),
    );
    const { settings, points, logger } = options;
    const runs = opened.use(
      await RunManager.open(storage, createTestWork(model.url, { agent, hooks, checkpoints: storage.checkpoints }), {
        settings: { graceMs: 200, ...settings },
        ...(clock === undefined ? {} : { clock }),
        ...(points === undefined ? {} : { points }),
        ...(logger === undefined ? {} : { logger }),
      }),
    );
    return new TestRuns({ storage, runs, model, agent }, { opened: opened.move(), clock });
  }

  project(name: string): Promise<Project> {
    return this.storage.projects.ensure(name);
  }

  /** Starts a run of the project of that name; the name is its marker. */
  async start(name: string, input: Partial<TestInput> = {}, key?: string): Promise<Run> {
    const { id } = await this.project(name);
    const request = { marker: name, items: 4, ...input };
    return this.runs.start({
      projectId: id,
      scope: 'full',
      input: JSON.stringify(request),
      ...(key === undefined ? {} : { key }),
    });
  }

  /**
   * The lease of an attempt that another process left behind has run out: whoever looks next takes the run. Nothing
   * happens where it has been taken already, as by a process that alone owns the database.
   */
  async runOutLease({ id }: Run, attempt = 1): Promise<void> {
    await this.storage.runs.heartbeat({ id, attempt }, { leaseMs: 0 });
  }

  /** Everything that a follower gets. */
  async followed(id: RunId, after = 0): Promise<Followed[]> {
    const all: Followed[] = [];
    for await (const one of this.runs.journal.follow(id, { after, signal: new AbortController().signal }))
      all.push(one);
    return all;
  }

  /** Every event that a follower gets. */
  async entries(id: RunId, after = 0): Promise<JournalEntry[]> {
    return (await this.followed(id, after)).flatMap((one) => (one.type === 'page' ? one.entries : []));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = this.#opened.disposeAsync();
    // Closing waits for time too, and nobody else lets it pass any more.
    if (this.#clock instanceof HeldClock) await this.#clock.passUntil(closed);
    await closed;
  }
}
