import { startModelServer } from '@genglossary/core/testing';
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFile } from './audit.ts';
import { Followers } from './followers.ts';
import { pointNames } from './point-names.ts';
import { percentile } from './percentile.ts';
import { seeded } from './random.ts';
import { type Report, verdict } from './report.ts';
import { spawnVictim } from './spawn-victim.ts';

const PROJECTS = ['amber', 'basalt', 'cedar'];
const ITEMS = 40;

/**
 * Rows 1, 2, 4, 5: kills a process with SIGKILL at random moments and at named points, starts it again at once, and looks
 * whether anybody was ever told something untrue, or anything was paid for twice.
 */
export async function kill({ n, seed }: { readonly n: number; readonly seed: number }): Promise<Report> {
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-chaos-'));
  const path = join(folder, 'genglossary.db');
  await using model = await startModelServer();
  const kept = new KeptCheckpoints(path);
  let repeated = 0;
  model.behave((question) => {
    if (kept.has(question)) repeated += 1;
    return { kind: 'answer', delayMs: 4 + random.below(12) };
  });

  const followers = new Followers();
  const killed: Record<string, number> = {};
  const recoveries: number[] = [];
  let hits = 0;
  let kills = 0;
  let complaints = '';
  try {
    while (hits < n && kills < 2 * n) {
      const point = random.next() < 0.6 ? random.pick(pointNames) : undefined;
      const dieAt = point === undefined ? {} : { dieAt: { point, count: 1 + random.below(countBelow(point)) } };
      const executing = new Set<string>();
      let timer: NodeJS.Timeout | undefined;
      let isRecovered = kills === 0;
      const victim = spawnVictim(
        {
          location: { path },
          modelUrl: model.url,
          projects: PROJECTS,
          items: ITEMS,
          startsRuns: true,
          cursors: { ...followers.cursors },
          ...dieAt,
        },
        (message) => {
          followers.hear(message);
          if (message.t === 'followed') executing.delete(message.run);
          if (message.t !== 'executing') return;
          executing.add(message.run);
          if (!isRecovered) recoveries.push(message.sinceFirstLineMs);
          isRecovered = true;
          // A victim that never reaches its point dies of old age.
          timer ??= setTimeout(() => victim.child.kill('SIGKILL'), point === undefined ? random.below(250) : 2000);
        },
      );
      const { signal } = await victim.gone;
      clearTimeout(timer);
      complaints += victim.complaints();
      if (signal !== 'SIGKILL') break;
      kills += 1;
      const phase = point ?? 'any moment';
      if (executing.size > 0 || point === 'after:finish') {
        hits += 1;
        killed[phase] = (killed[phase] ?? 0) + 1;
      }
    }
    const last = spawnVictim(
      {
        location: { path },
        modelUrl: model.url,
        projects: PROJECTS,
        items: ITEMS,
        startsRuns: false,
        cursors: { ...followers.cursors },
      },
      (message) => followers.hear(message),
    );
    await last.gone;
    complaints += last.complaints();
    kept.close();

    const found = auditFile(path);
    const told = toldWrongly(path, followers);
    const calls = [...model.asked.values()].reduce((sum, count) => sum + count, 0);
    const recovery = { p50: percentile(recoveries, 0.5), p99: percentile(recoveries, 0.99) };
    const figures = {
      kills,
      hits,
      ...Object.fromEntries(Object.entries(killed).map(([phase, count]) => [`kills ${phase}`, count])),
      runs: found.runs,
      ...found.byStatus,
      'journals pruned': found.pruned,
      'events stored': found.events,
      'events followed': followers.events,
      'model calls': calls,
      'calls asked more than once': [...model.asked.values()].filter((count) => count > 1).length,
      'recovery p50 ms': recovery.p50,
      'recovery p99 ms': recovery.p99,
    };
    return verdict('kill', {
      rows: [1, 2, 4, 5],
      seed,
      figures,
      faults: {
        'gaps in journals': found.gaps,
        'gaps followed': followers.gaps,
        'duplicates followed': followers.duplicates,
        'wrong ends': found.wrongEnds,
        'wrong transitions': found.wrongTransitions,
        'told other than stored': told,
        'calls repeated after their checkpoint': repeated,
        'runs left active': found.active,
        'broken database': found.integrity === 'ok' ? 0 : 1,
        complaints: complaints === '' ? 0 : 1,
      },
      minima: [
        ['hits', hits, n],
        ['share of kills that hit', hits / Math.max(1, kills), 0.8],
        ['phases hit', Object.keys(killed).length, Math.min(9, Math.ceil(n / 10))],
        ['model calls', calls, 10 * n],
        ['events followed', followers.events, 10 * n],
      ],
      maxima: [['recovery p99 ms', recovery.p99, 500]],
      ...(complaints === '' ? {} : { note: complaints.slice(0, 2000) }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Often enough passed in a run's life that every count is reached, seldom enough that it takes no minute. */
function countBelow(point: string): number {
  if (point.endsWith('checkpoint') || point.endsWith('append')) return 25;
  return 3;
}

/** Followers' last words against the rows. */
function toldWrongly(path: string, followers: Followers): number {
  const db = new Database(path, { readonly: true });
  try {
    const rows = db.prepare('select id, status from run').all() as { id: string; status: string }[];
    return rows.filter(({ id, status }) => followers.ends.get(id) !== status || followers.followed.get(id) !== status)
      .length;
  } finally {
    db.close();
  }
}

/** Which questions have their checkpoint in the database, asked at the moment when a question arrives. */
class KeptCheckpoints {
  readonly #path: string;
  #db: Database.Database | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  has(question: string): boolean {
    if (this.#db === undefined && existsSync(this.#path)) this.#db = new Database(this.#path, { readonly: true });
    if (this.#db === undefined) return false;
    const key = createHash('sha256')
      .update(JSON.stringify({ model: 'test', prompt: question }))
      .digest('hex');
    return this.#db.prepare('select 1 from checkpoint where key = ?').get(key) !== undefined;
  }

  close(): void {
    this.#db?.close();
  }
}
