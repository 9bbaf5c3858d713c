import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStorage } from '../storage/kysely/open-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { RunManager } from './run-manager.ts';
import { RunQueue } from './run-queue.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-queue-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idle = {
  estimate: () => Promise.resolve({ calls: 0, tokens: 0, cost: { from: 0, to: 0 } }),
  run: () => Promise.resolve({ save: () => Promise.resolve() }),
};

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
});
