import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStorage } from '../storage/kysely/open-storage.ts';
import { Faults } from '../testing/runs/faults.ts';
import { TestRuns } from '../testing/runs/test-runs.ts';
import { finishBuild } from './build.ts';
import { RunManager } from './run-manager.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-finish-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The statement that asks a run to stop. */
const CANCEL = /^update "run" set "status" = \?, "last_seq" = "last_seq" \+ \? where "id" = \? and "status" in/u;

describe('whoever waits for a build', () => {
  it('hears that there is no glossary after a run that makes none', async () => {
    await using storage = await openStorage({ path: join(folder, 'terms-only.db') });
    await using runs = await RunManager.open(storage, {
      estimate: () => Promise.resolve({ calls: 0, tokens: 0, cost: { from: 0, to: 0 } }),
      run: () => Promise.resolve({ save: () => Promise.resolve() }),
    });
    const { id: projectId } = await storage.projects.ensure('lamp');
    const run = await runs.start({ projectId, scope: 'extract', input: '{}' });
    const watch = { signal: new AbortController().signal, report: () => undefined };
    await expect(finishBuild({ storage, runs }, run, watch)).rejects.toMatchObject({
      code: 'glossary/none',
      details: { project: projectId },
    });
  });

  it('hears why it cannot be stopped, instead of waiting for its end', async () => {
    const faults = new Faults();
    await using test = await TestRuns.open({
      location: { path: join(folder, 'unstoppable.db') },
      intercept: faults.intercept,
    });
    test.model.behave({ kind: 'hang' });
    const run = await test.start('lamp', { items: 1 });
    await test.model.untilAsked(1);
    const stop = new AbortController();
    const waiting = finishBuild(test, run, { signal: stop.signal, report: () => undefined });
    faults.fail(CANCEL, { code: 'SQLITE_READONLY' });
    stop.abort();
    await expect(waiting).rejects.toThrow('injected: SQLITE_READONLY');
    expect(faults.hits).toBe(1);
    expect((await test.runs.find(run.id)).status).toBe('running');
  });
});
