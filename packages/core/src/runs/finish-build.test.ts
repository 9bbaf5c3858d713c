import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Faults } from '../testing/runs/faults.ts';
import { TestRuns } from '../testing/runs/test-runs.ts';
import { finishBuild } from './build.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-finish-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The statement that asks a run to stop. */
const CANCEL = /^update "run" set "status" = \?, "last_seq" = "last_seq" \+ \? where "id" = \? and "status" in/u;

describe('whoever waits for a build', () => {
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
