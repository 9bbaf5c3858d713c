import { type RunId, runId, type RunOutcome } from '../../../domain/index.ts';
import type { RunOutcomeStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';

export function runOutcomeStore({ read, write }: Access): RunOutcomeStore {
  return {
    put: (run, { entries, added, changed, removed }) =>
      write(async (db) => {
        await db.insertInto('run_outcome').values({ run_id: run, entries, added, changed, removed }).execute();
      }),
    read: (runs) =>
      read(async (db) => {
        const found = new Map<RunId, RunOutcome>();
        for (const batch of batches(runs)) {
          const rows = await db.selectFrom('run_outcome').selectAll().where('run_id', 'in', batch).execute();
          for (const { run_id, ...outcome } of rows) found.set(runId(run_id), outcome);
        }
        return found;
      }),
  };
}
