import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runId } from '../domain/index.ts';
import { jsonLogger } from '../runtime/logger.ts';
import { openStorage } from '../storage/kysely/open-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { databaseError, Faults } from '../testing/runs/faults.ts';
import { HeldClock } from '../testing/runs/held-clock.ts';
import { RunManager } from './run-manager.ts';
import { RunQueue } from './run-queue.ts';
import { startBuild } from './start-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-queue-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idle = {
  estimate: () => Promise.resolve({ calls: 0, tokens: 0, cost: { from: 0, to: 0 } }),
  run: () => Promise.resolve({ save: () => Promise.resolve() }),
};

/** The statement that reads the settings of a project. */
const SETTINGS = /from "project_settings"/u;

/** So many turns of the queue of microtasks later. */
function later(turns: number, work: () => void): void {
  if (turns === 0) work();
  else queueMicrotask(() => later(turns - 1, work));
}

describe('a run that is wished for', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('starts when its wish comes %i turns after nothing was found', async (turns) => {
    await using storage = await openStorage({ path: join(folder, `${turns}.db`) });
    await using runs = await RunManager.open(storage, idle);
    const { id: project } = await storage.projects.ensure('lamp');
    let hasLooked = false;
    const late: Storage = {
      ...storage,
      wantedRuns: {
        ...storage.wantedRuns,
        async read(asked) {
          const found = await storage.wantedRuns.read(asked);
          if (hasLooked) return found;
          hasLooked = true;
          await storage.wantedRuns.put({ project, key: 'after-upload', scope: 'full' });
          later(turns, () => queue.look(project));
          return found;
        },
      },
    };
    await using queue = await RunQueue.open({ storage: late, runs });
    queue.look(project);
    await expect.poll(async () => (await storage.runs.list(project)).length).toBe(1);
  });

  it('RM6: is tried again by the clock, later each time, when it could not be started', async () => {
    const clock = new HeldClock();
    const faults = new Faults();
    const lines: string[] = [];
    const logger = jsonLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } });
    await using storage = await openStorage({ path: join(folder, 'retried.db') }, { intercept: faults.intercept });
    await using runs = await RunManager.open(storage, idle);
    const { id: project } = await storage.projects.ensure('lamp');
    await storage.wantedRuns.put({ project, key: 'after-upload', scope: 'full' });
    faults.fail(SETTINGS, { code: 'SQLITE_IOERR', times: 9 });
    await using opened = new AsyncDisposableStack();
    opened.use(await RunQueue.open({ storage, runs }, { clock, logger }));
    await clock.advance(0);
    for (const waitMs of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      const before = faults.hits;
      await clock.advance(waitMs - 1);
      expect(faults.hits).toBe(before);
      await clock.advance(1);
      expect(faults.hits).toBe(before + 1);
    }
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ project, tries: 1, code: 'storage/interrupted', waitMs: 1000 });
    const { values } = await runs.metrics.wantedRunRetries.get();
    expect(values).toMatchObject([{ labels: { code: 'storage/interrupted' }, value: 9 }]);
    expect(await storage.runs.list(project)).toEqual([]);
    await clock.advance(60_000);
    await expect.poll(async () => (await storage.runs.list(project)).length).toBe(1);
    await expect.poll(() => storage.wantedRuns.list()).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('RM6: has failed after ten tries, says why, and is started by resuming it', async () => {
    const clock = new HeldClock();
    const faults = new Faults();
    const lines: string[] = [];
    const logger = jsonLogger({ level: 'error', destination: { write: (line) => void lines.push(line) } });
    await using storage = await openStorage({ path: join(folder, 'given-up.db') }, { intercept: faults.intercept });
    await using runs = await RunManager.open(storage, idle);
    const { id: project } = await storage.projects.ensure('lamp');
    await storage.wantedRuns.put({ project, key: 'after-upload', scope: 'extract' });
    faults.fail(SETTINGS, { code: 'SQLITE_IOERR', times: 10 });
    await using opened = new AsyncDisposableStack();
    opened.use(await RunQueue.open({ storage, runs }, { clock, logger }));
    await clock.advance(242_999);
    expect([faults.hits, await storage.runs.list(project)]).toEqual([9, []]);
    await clock.advance(1);
    await expect.poll(() => storage.wantedRuns.list()).toEqual([]);
    const [failed] = await storage.runs.list(project);
    expect(failed).toMatchObject({
      status: 'failed',
      scope: 'extract',
      attempt: 0,
      failure: {
        code: 'run/not-started',
        message: expect.stringMatching(/^The run could not be started, 10 times in a row: /u),
        details: { tries: 10, failure: { code: 'storage/interrupted' } },
      },
    });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'run-queue-gave-up', project, tries: 10 }]);
    expect(clock.waiting).toBe(0);
    const resumed = await runs.resume(failed?.id ?? runId('none'));
    expect(await runs.settled(resumed.id)).toMatchObject({
      status: 'completed',
      scope: 'extract',
      resumes: failed?.id,
    });
  });

  it('RM6: stays, and is tried on, while not even its failure can be told', async () => {
    const clock = new HeldClock();
    const faults = new Faults();
    await using storage = await openStorage({ path: join(folder, 'untold.db') }, { intercept: faults.intercept });
    await using runs = await RunManager.open(storage, idle);
    const { id: project } = await storage.projects.ensure('lamp');
    await storage.wantedRuns.put({ project, key: 'after-upload', scope: 'full' });
    // Ten tries, then two that are each told in vain.
    faults.fail(SETTINGS, { code: 'SQLITE_IOERR', times: 13 });
    await using opened = new AsyncDisposableStack();
    opened.use(await RunQueue.open({ storage, runs }, { clock }));
    await clock.advance(242_999);
    expect(faults.hits).toBe(9);
    await clock.advance(1);
    expect(faults.hits).toBe(11);
    await clock.advance(60_000);
    expect([faults.hits, await storage.runs.list(project)]).toEqual([13, []]);
    expect(await storage.wantedRuns.read(project)).toBeDefined();
    await clock.advance(60_000);
    await expect
      .poll(async () => (await storage.runs.list(project)).map(({ status }) => status))
      .toEqual(['completed']);
    await expect.poll(() => storage.wantedRuns.list()).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('RM6: has a try of its own when it comes while the last one of another fails', async () => {
    const clock = new HeldClock();
    const faults = new Faults();
    await using storage = await openStorage({ path: join(folder, 'meanwhile.db') }, { intercept: faults.intercept });
    await using runs = await RunManager.open(storage, idle);
    const { id: project } = await storage.projects.ensure('lamp');
    await storage.wantedRuns.put({ project, key: 'after-upload', scope: 'full' });
    faults.fail(SETTINGS, { code: 'SQLITE_IOERR', times: 9 });
    await using opened = new AsyncDisposableStack();
    const queue = opened.use(await RunQueue.open({ storage, runs }, { clock }));
    await clock.advance(242_999);
    faults.act(SETTINGS, {
      fault: () => {
        queue.look(project);
        throw databaseError('SQLITE_IOERR');
      },
    });
    await clock.advance(1);
    await expect
      .poll(async () => (await storage.runs.list(project)).map(({ status }) => status))
      .toEqual(['completed']);
    expect(faults.hits).toBe(10);
  });

  it('is tried at once when somebody wishes again, and no more when the process ends', async () => {
    const clock = new HeldClock();
    const faults = new Faults();
    await using storage = await openStorage({ path: join(folder, 'ended.db') }, { intercept: faults.intercept });
    await using runs = await RunManager.open(storage, idle);
    const { id: project } = await storage.projects.ensure('lamp');
    await storage.wantedRuns.put({ project, key: 'after-upload', scope: 'full' });
    faults.fail(SETTINGS, { code: 'SQLITE_IOERR', times: 100 });
    const queue = await RunQueue.open({ storage, runs }, { clock });
    await clock.advance(0);
    expect([faults.hits, clock.waiting]).toEqual([1, 1]);
    queue.look(project);
    await clock.advance(0);
    expect([faults.hits, clock.waiting]).toEqual([2, 1]);
    await queue[Symbol.asyncDispose]();
    expect(clock.waiting).toBe(0);
    await clock.advance(120_000);
    expect(faults.hits).toBe(2);
    expect(await storage.wantedRuns.read(project)).toBeDefined();
  });

  it('is over when its run is there, whatever the project is called since', async () => {
    await using storage = await openStorage({ path: join(folder, 'renamed.db') });
    await using runs = await RunManager.open(storage, idle);
    const { id: project } = await storage.projects.ensure('lamp');
    await startBuild({ storage, runs }, project, { scope: 'full', key: 'after-upload', options: { title: 'light' } });
    await storage.wantedRuns.put({ project, key: 'after-upload', scope: 'full' });
    await using opened = new AsyncDisposableStack();
    opened.use(await RunQueue.open({ storage, runs }));
    await expect.poll(() => storage.wantedRuns.list()).toEqual([]);
    expect(await storage.runs.list(project)).toHaveLength(1);
  });
});
