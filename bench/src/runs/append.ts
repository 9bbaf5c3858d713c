import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStorage, type RunEvent, runId } from '@genglossary/core';
import { scratchFolder } from './place.ts';
import type { Row } from './row.ts';

const BATCH = 100;
const BATCHES = 100;
const ROUNDS = 5;

/**
 * The journal's own way (fence, numbers, one transaction a batch) against the same rows inserted by plain better-sqlite3
 * without any of it: same disk, same settings of durability, same columns and key. The two take turns.
 */
export async function append(): Promise<Row[]> {
  using scratch = scratchFolder();
  await using storage = await openStorage({ path: join(scratch.path, 'genglossary.db') });
  const project = await storage.projects.ensure('bench');
  const id = runId('bench-run');
  await storage.runs.create({ id, projectId: project.id, scope: 'full', input: '{}', key: 'bench' });
  const claimed = await storage.runs.claimNext({ owner: 'bench', leaseMs: 60_000, maxBarrenAttempts: 5 });
  if (claimed.kind !== 'claimed') throw new Error('The run was not claimed.');
  const plain = plainJournal(join(scratch.path, 'plain.db'));

  const fencedMs: number[] = [];
  const plainMs: number[] = [];
  let batch = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = Array.from({ length: BATCH }, (_, index) => progress(round * BATCH + index));
    for (let turn = 0; turn < BATCHES; turn += 1) {
      batch += 1;
      const begun = performance.now();
      const moved = await storage.runs.append({ id, attempt: claimed.run.attempt, batch, events });
      const between = performance.now();
      plain.insert(events);
      plainMs.push(performance.now() - between);
      fencedMs.push(between - begun);
      if (moved.kind !== 'moved') throw new Error(moved.kind);
    }
  }
  plain.close();
  const fenced = rate(fencedMs);
  const unfenced = rate(plainMs);
  const note = `batches of ${BATCH}, ${batch} of each, by turns, medians; synchronous = full`;
  return [
    { name: 'journal append, fenced', value: fenced, unit: 'rows/s', note },
    { name: 'plain inserts, unfenced', value: unfenced, unit: 'rows/s', note },
    { name: 'fenced of unfenced', value: (100 * fenced) / unfenced, unit: '%', aim: { least: 60 }, note },
  ];
}

/** By the median batch: the machine is shared, and a pause of its disk says nothing about either way. */
function rate(durationsMs: readonly number[]): number {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  return (1000 * BATCH) / (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}

function plainJournal(path: string) {
  const database = new Database(path);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec(
    'create table run_event (run_id text not null, seq integer not null, at integer not null, event text not null, primary key (run_id, seq)) strict',
  );
  const statement = database.prepare('insert into run_event (run_id, seq, at, event) values (?, ?, ?, ?)');
  let seq = 0;
  const insert = database.transaction((events: readonly RunEvent[]) => {
    for (const event of events) statement.run('bench-run', (seq += 1), Date.now(), JSON.stringify(event));
  });
  return { insert, close: () => database.close() };
}

function progress(index: number): RunEvent {
  return { type: 'step-progress', step: 'define', done: index, total: 10_000, item: `term number ${index}` };
}
