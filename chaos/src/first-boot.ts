import { openStorage } from '@genglossary/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from './random.ts';
import { type Report, verdict } from './report.ts';
import { spawnVictim } from './spawn-victim.ts';

/** Rows 6, 29: kills the process that makes the database, at any moment of it; the next one must find all of it or nothing. */
export async function firstBoot({ n, seed }: { readonly n: number; readonly seed: number }): Promise<Report> {
  const random = seeded(seed);
  const rounds = Math.max(5, Math.ceil(n / 8));
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-chaos-'));
  const orders = { modelUrl: 'http://127.0.0.1:9/', projects: [], items: 0, startsRuns: false, cursors: {} };
  let [killed, unusable, wronglyOpen, slow] = [0, 0, 0, 0];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const path = join(folder, `${round}.db`);
      const victim = spawnVictim({ ...orders, location: { path } }, () => undefined);
      // From before the file exists until after the schema is there.
      const timer = setTimeout(() => victim.child.kill('SIGKILL'), 150 + random.below(250));
      if ((await victim.gone).signal === 'SIGKILL') killed += 1;
      clearTimeout(timer);
      try {
        await using storage = await openStorage({ path });
        await storage.projects.ensure('amber');
      } catch {
        unusable += 1;
      }
    }
    // Row 29: one process owns the file; the system frees it when that process dies.
    const path = join(folder, 'guarded.db');
    const isOpen = Promise.withResolvers<void>();
    const owner = spawnVictim(
      { ...orders, projects: ['amber'], items: 1, startsRuns: true, location: { path } },
      (message) => {
        if (message.t === 'ready') isOpen.resolve();
      },
    );
    void owner.gone.then(() => isOpen.resolve());
    await isOpen.promise;
    if (!(await isRefused(path))) wronglyOpen += 1;
    owner.child.kill('SIGKILL');
    await owner.gone;
    const begun = performance.now();
    await using again = await openStorage({ path });
    await again.projects.list();
    const secondsToOpen = (performance.now() - begun) / 1000;
    if (secondsToOpen > 1) slow += 1;
    return verdict('first-boot', {
      rows: [6, 29],
      seed,
      figures: { rounds, 'killed while it made the database': killed, 'opened after kill s': secondsToOpen },
      faults: {
        'databases that could not be used': unusable,
        'second processes let in': wronglyOpen,
        'slow openings after a kill': slow,
      },
      minima: [['killed while it made the database', killed, Math.floor(rounds / 2)]],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the file, which another process has open, is closed to this one. */
async function isRefused(path: string): Promise<boolean> {
  try {
    const storage = await openStorage({ path });
    await storage[Symbol.asyncDispose]();
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'storage/in-use';
  }
}
