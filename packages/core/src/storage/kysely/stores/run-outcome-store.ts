import { type EntryName, type RunId, runId, type RunOutcome } from '../../../domain/index.ts';
import type { RunOutcomeStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';

export function runOutcomeStore({ read, write }: Access): RunOutcomeStore {
  return {
    put: (run, { entries, added, changed, removed, addedNames, removedNames }) =>
      write(async (db) => {
        const names = { added_names: JSON.stringify(addedNames), removed_names: JSON.stringify(removedNames) };
        await db
          .insertInto('run_outcome')
          .values({ run_id: run, entries, added, changed, removed, ...names })
          .execute();
      }),
    read: (runs) =>
      read(async (db) => {
        const found = new Map<RunId, RunOutcome>();
        for (const batch of batches(runs)) {
          const rows = await db.selectFrom('run_outcome').selectAll().where('run_id', 'in', batch).execute();
          for (const { run_id, added_names, removed_names, ...figures } of rows) {
            const names = { addedNames: namesIn(added_names), removedNames: namesIn(removed_names) };
            found.set(runId(run_id), { ...figures, ...names });
          }
        }
        return found;
      }),
  };
}

function namesIn(json: string | null): readonly EntryName[] {
  return json === null ? [] : (JSON.parse(json) as EntryName[]);
}
