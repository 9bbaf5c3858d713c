import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GlossaryError, openStorage, RunManager } from '@genglossary/core';
import { createTestWork, startModelServer } from '@genglossary/core/testing';
import { auditFile } from './audit.ts';
import { notRun, type Report, verdict } from './report.ts';

/** Row 25: fills the disk under a run. It ends as `run/disk-full`, no other starts, and both go on when there is room. */
export async function fullDisk({ seed }: { readonly seed: number }): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return notRun('full-disk', [25], 'a small disk of its own needs root');
  }
  try {
    await using model = await startModelServer();
    // Each answer is kept: 30 of them do not fit.
    model.behave({ kind: 'huge', bytes: 1_000_000 });
    const path = join(folder, 'genglossary.db');
    await using storage = await openStorage({ path });
    await using runs = await RunManager.open(storage, createTestWork(model.url), {
      settings: { appendRetry: { baseMs: 5, capMs: 20, limitMs: 300 }, statusRetry: { baseMs: 5, capMs: 50 } },
    });
    const project = await storage.projects.ensure('amber');
    const start = (marker: string, items: number) =>
      runs.start({ projectId: project.id, scope: 'full', input: JSON.stringify({ marker, items, tries: 1 }) });
    const filled = join(folder, 'filling');
    const first = await start('first', 40);
    const over = await runs.settled(first.id);
    // Somebody else takes what the reserve gave free.
    try {
      writeFileSync(filled, Buffer.alloc(24_000_000, 1));
    } catch {
      // The disk is full now.
    }
    const refused = await start('second', 1).then(
      () => 'started',
      (error: unknown) => (GlossaryError.is(error) ? error.code : String(error)),
    );
    rmSync(filled);
    execFileSync('mount', ['-o', 'remount,size=96m', folder], { stdio: 'pipe' });
    const again = await storage.projects.ensure('basalt');
    model.behave({ kind: 'answer' });
    const third = await runs.start({
      projectId: again.id,
      scope: 'full',
      input: JSON.stringify({ marker: 'third', items: 2 }),
    });
    const recovered = await runs.settled(third.id);
    const found = auditFile(path);
    return verdict('full-disk', {
      rows: [25],
      seed,
      figures: { first: `${over.status} ${over.failure?.code}`, second: refused, third: recovered.status },
      faults: {
        'ends other than run/disk-full': over.failure?.code === 'run/disk-full' ? 0 : 1,
        'starts let in': refused === 'run/disk-full' ? 0 : 1,
        'no start when there was room': recovered.status === 'completed' ? 0 : 1,
        'gaps in journals': found.gaps + found.wrongEnds,
        'broken database': found.integrity === 'ok' ? 0 : 1,
      },
    });
  } finally {
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
    rmSync(folder, { recursive: true, force: true });
  }
}
