import { startModelServer } from '@genglossary/core/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFile } from './audit.ts';
import { Followers } from './followers.ts';
import { seeded } from './random.ts';
import { type Report, verdict } from './report.ts';
import { spawnVictim } from './spawn-victim.ts';

const LONGEST_MS = 10_000;

/** Row 45: ends a process politely while questions are in flight, some of which never get an answer. */
export async function terminate({ n, seed }: { readonly n: number; readonly seed: number }): Promise<Report> {
  const random = seeded(seed);
  const rounds = Math.max(3, Math.ceil(n / 20));
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-chaos-'));
  const path = join(folder, 'genglossary.db');
  await using model = await startModelServer();
  const followers = new Followers();
  const seconds: number[] = [];
  let impolite = 0;
  let complaints = '';
  const orders = { location: { path }, modelUrl: model.url, projects: ['amber', 'basalt'], items: 30 };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const hangs = round % 2 === 1;
      model.behave(() => (hangs && random.next() < 0.1 ? { kind: 'hang' } : { kind: 'answer', delayMs: 20 }));
      let terminatedAt = 0;
      const victim = spawnVictim({ ...orders, startsRuns: true, cursors: { ...followers.cursors } }, (message) => {
        followers.hear(message);
        if (message.t !== 'executing' || terminatedAt > 0) return;
        terminatedAt = 1;
        setTimeout(() => {
          terminatedAt = performance.now();
          victim.child.kill('SIGTERM');
        }, 100 + random.below(150));
      });
      const { code, signal } = await victim.gone;
      seconds.push((performance.now() - terminatedAt) / 1000);
      complaints += victim.complaints();
      if (code !== 0 || signal !== null) impolite += 1;
    }
    model.behave({ kind: 'answer' });
    const last = spawnVictim({ ...orders, startsRuns: false, cursors: { ...followers.cursors } }, (message) =>
      followers.hear(message),
    );
    await last.gone;
    complaints += last.complaints();
    const found = auditFile(path);
    const repeated = [...model.answered].filter(([, count]) => count > 1).length;
    return verdict('terminate', {
      rows: [45],
      seed,
      figures: {
        rounds,
        runs: found.runs,
        ...found.byStatus,
        'slowest end s': Math.max(...seconds),
        'model calls': [...model.asked.values()].reduce((sum, count) => sum + count, 0),
      },
      faults: {
        'exits other than 0': impolite,
        'gaps in journals': found.gaps,
        'gaps or duplicates followed': followers.gaps + followers.duplicates,
        'wrong ends': found.wrongEnds,
        'wrong transitions': found.wrongTransitions,
        'finished calls repeated': repeated,
        'runs left active': found.active,
        complaints: complaints === '' ? 0 : 1,
      },
      minima: [['runs', found.runs, 2]],
      maxima: [['slowest end s', Math.max(...seconds), LONGEST_MS / 1000]],
      ...(complaints === '' ? {} : { note: complaints.slice(0, 2000) }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
