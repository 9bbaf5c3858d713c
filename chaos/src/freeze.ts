import { startModelServer, startPostgres } from '@genglossary/core/testing';
import { Client } from 'pg';
import { Followers } from './followers.ts';
import { seeded } from './random.ts';
import { type Report, verdict } from './report.ts';
import { spawnVictim, type Victim } from './spawn-victim.ts';

const LEASE_MS = 1500;
const PROJECTS = ['amber', 'basalt', 'cedar'];
const OTHERS = ['dune', 'ember'];

/**
 * Rows 19, 42: two processes on one PostgreSQL. One is stopped for longer than its lease, so that the other takes its
 * runs, and then goes on; connections of both are broken meanwhile. Nothing that the stopped one says may count.
 */
export async function freeze({ n, seed }: { readonly n: number; readonly seed: number }): Promise<Report> {
  const random = seeded(seed);
  const rounds = Math.max(2, Math.ceil(n / 40));
  await using postgres = await startPostgres();
  const url = await postgres.createDatabase('chaos');
  await using model = await startModelServer();
  model.behave(() => ({ kind: 'answer', delayMs: 30 + random.below(60) }));
  const orders = {
    location: { url },
    modelUrl: model.url,
    items: 120,
    leaseMs: LEASE_MS,
    startsRuns: true,
    cursors: {},
  };
  const watchers = [new Followers(), new Followers()];
  const victims: Victim[] = [];
  let broken = 0;
  const db = new Client(url);
  try {
    for (const [index, watcher] of watchers.entries()) {
      victims.push(
        spawnVictim({ ...orders, projects: index === 0 ? PROJECTS : OTHERS }, (message) => watcher.hear(message)),
      );
      await new Promise((next) => setTimeout(next, 1500));
    }
    await db.connect();
    for (let round = 0; round < rounds; round += 1) {
      const victim = victims[round % 2];
      victim?.child.kill('SIGSTOP');
      await new Promise((next) => setTimeout(next, LEASE_MS + 1500));
      victim?.child.kill('SIGCONT');
      await new Promise((next) => setTimeout(next, 300 + random.below(500)));
      const { rowCount } = await db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() order by random() limit 2`,
      );
      broken += rowCount ?? 0;
      await new Promise((next) => setTimeout(next, 300));
    }
    for (const { child } of victims) child.kill('SIGTERM');
    const exits = await Promise.all(victims.map(({ gone }) => gone));
    const closing = spawnVictim({ ...orders, startsRuns: false, projects: [...PROJECTS, ...OTHERS] }, () => undefined);
    await closing.gone;
    const complaints = [...victims, closing].map((victim) => victim.complaints()).join('');
    const found = await audit(db);
    return verdict('freeze', {
      rows: [19, 42],
      seed,
      figures: { rounds, 'connections broken': broken, ...found.figures, 'model calls': sum(model.asked.values()) },
      faults: {
        ...found.faults,
        'gaps or duplicates followed': sum(watchers.map(({ gaps, duplicates }) => gaps + duplicates)),
        'exits other than 0': exits.filter(({ code }) => code !== 0).length,
        complaints: complaints === '' ? 0 : 1,
      },
      minima: [
        ['runs taken over', found.takenOver, Math.min(rounds, 2)],
        ['connections broken', broken, rounds],
      ],
      ...(complaints === '' ? {} : { note: complaints.slice(0, 2000) }),
    });
  } finally {
    await db.end().catch(() => undefined);
    for (const { child } of victims) child.kill('SIGKILL');
  }
}

async function audit(db: Client) {
  const one = async (query: string) => Number((await db.query<{ count: string }>(query)).rows[0]?.count ?? 0);
  const takenOver = await one('select count(*) from run where attempt > 1');
  return {
    takenOver,
    figures: {
      runs: await one('select count(*) from run'),
      completed: await one(`select count(*) from run where status = 'completed'`),
      'runs taken over': takenOver,
      'events stored': await one('select count(*) from run_event'),
    },
    faults: {
      'gaps in journals': await one(
        'select count(*) from run r where last_seq <> (select count(*) from run_event e where e.run_id = r.id) ' +
          'or last_seq <> (select coalesce(max(seq), 0) from run_event e where e.run_id = r.id)',
      ),
      'wrong ends': await one(
        `select count(*) from run r where (select count(*) from run_event e where e.run_id = r.id and e.event like '%"run-end"%') <> 1`,
      ),
      'attempts that went backwards': await one(
        'select count(*) from run_transition a join run_transition b on a.run_id = b.run_id and b.position = a.position + 1 ' +
          'where b.attempt < a.attempt',
      ),
      'runs left active': await one(`select count(*) from run where status in ('pending', 'running', 'cancelling')`),
    },
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
