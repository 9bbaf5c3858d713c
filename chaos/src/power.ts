import { openStorage } from '@genglossary/core';
import { startModelServer } from '@genglossary/core/testing';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFile } from './audit.ts';
import { Followers } from './followers.ts';
import { seeded } from './random.ts';
import { type Report, verdict } from './report.ts';
import { spawnVictim } from './spawn-victim.ts';
import Database from 'better-sqlite3';

/** A frame of the write-ahead log: header and page (https://sqlite.org/fileformat2.html#walformat). */
const WAL_HEADER = 32;
const WAL_FRAME = 24 + 4096;

/**
 * Row 27: what a power cut could leave. Copies the database and its log while a process writes, both at one
 * moment, cuts the log of some copies at a page, and opens them: never broken, never a gap, and everything that
 * followers had been told before an uncut copy began is in it.
 */
export async function power({ n, seed }: { readonly n: number; readonly seed: number }): Promise<Report> {
  const random = seeded(seed);
  const copies = Math.max(10, Math.ceil(n / 4));
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-chaos-'));
  const path = join(folder, 'genglossary.db');
  await using model = await startModelServer();
  model.behave({ kind: 'answer', delayMs: 2 });
  const followers = new Followers();
  const begun = Promise.withResolvers<void>();
  const victim = spawnVictim(
    {
      location: { path },
      modelUrl: model.url,
      projects: ['amber', 'basalt'],
      items: 60,
      startsRuns: true,
      cursors: {},
    },
    (message) => {
      followers.hear(message);
      if (followers.events > 0) begun.resolve();
    },
  );
  let [broken, gaps, lost, cut, told] = [0, 0, 0, 0, 0];
  const errors: string[] = [];
  try {
    // Before it writes there is nothing to lose, however long a busy machine takes to start it.
    await Promise.race([begun.promise, victim.gone]);
    for (let copy = 0; copy < copies; copy += 1) {
      await new Promise((next) => setTimeout(next, 30 + random.below(60)));
      if (!existsSync(`${path}-wal`)) continue;
      const before = { ...followers.cursors };
      const place = join(folder, `copy-${copy}`);
      mkdirSync(place);
      const copied = join(place, 'genglossary.db');
      // A power cut takes both files at one moment.
      victim.child.kill('SIGSTOP');
      untilStopped(victim.child.pid);
      copyFileSync(path, copied);
      copyFileSync(`${path}-wal`, `${copied}-wal`);
      const isFolded = foldedFrames(`${path}-shm`) > 0;
      victim.child.kill('SIGCONT');
      // What the database already holds was synced in the log before: only an unfolded log can lose its end.
      const isCut = !isFolded && random.next() < 0.7;
      if (isCut) cut += cutLog(`${copied}-wal`, random.next());
      const found = await openCopy(copied);
      if (found instanceof Error) {
        broken += 1;
        errors.push(`copy ${copy}: ${found.message}`);
        continue;
      }
      gaps += found.gaps + found.wrongEnds + found.wrongTransitions;
      if (found.integrity !== 'ok') broken += 1;
      if (!isCut) {
        const missing = missingEvents(copied, before);
        lost += missing.lost;
        told += missing.checked;
      }
    }
    victim.child.kill('SIGKILL');
    await victim.gone;
    return verdict('power', {
      rows: [27],
      seed,
      figures: { copies, 'logs cut': cut, 'runs checked for what was told': told, 'events followed': followers.events },
      faults: { 'broken copies': broken, 'gaps, wrong ends or transitions': gaps, 'told events lost': lost },
      minima: [
        ['logs cut', cut, Math.floor(copies / 5)],
        ['runs checked for what was told', told, Math.floor(copies / 5)],
      ],
      ...(errors.length === 0 ? {} : { note: errors.join('; ') }),
    });
  } finally {
    victim.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A signal takes a moment to arrive; until then the process may still write. */
function untilStopped(pid: number | undefined): void {
  while (existsSync(`/proc/${pid}/stat`) && !/\) T /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
}

/**
 * Frames of the log that are, or are just being, written into the database: `nBackfill` and `nBackfillAttempted` of the
 * wal-index (https://sqlite.org/walformat.html).
 */
function foldedFrames(path: string): number {
  const index = readFileSync(path);
  return Math.max(index.readUInt32LE(96), index.readUInt32LE(128));
}

/** Answers 1 where there was something to cut. */
function cutLog(path: string, share: number): number {
  const frames = Math.floor((statSync(path).size - WAL_HEADER) / WAL_FRAME);
  if (frames < 1) return 0;
  truncateSync(path, WAL_HEADER + Math.floor(frames * share) * WAL_FRAME);
  return 1;
}

/** As after the power is back: the program opens it (and makes what a cut first boot left out), then it is looked at. */
async function openCopy(path: string): Promise<ReturnType<typeof auditFile> | Error> {
  try {
    const storage = await openStorage({ path });
    await storage[Symbol.asyncDispose]();
    return auditFile(path);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function missingEvents(path: string, told: Readonly<Record<string, number>>): { lost: number; checked: number } {
  const db = new Database(path, { readonly: true });
  try {
    const lastOf = db.prepare('select last_seq from run where id = ?');
    const seen = Object.entries(told).map(([run, seq]) => {
      const row = lastOf.get(run) as { last_seq: number } | undefined;
      return row === undefined || row.last_seq < seq;
    });
    return { lost: seen.filter(Boolean).length, checked: seen.length };
  } finally {
    db.close();
  }
}
