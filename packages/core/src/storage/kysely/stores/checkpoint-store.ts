import { runId } from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { CheckpointStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';

export function checkpointStore({ read, write }: Access, clock: Clock): CheckpointStore {
  return {
    get: (project, keys) =>
      read(async (db) => {
        const found = new Map<string, string>();
        for (const batch of batches(keys)) {
          const query = db.selectFrom('checkpoint').select(['key', 'value']).where('project_id', '=', project);
          for (const { key, value } of await query.where('key', 'in', batch).execute()) found.set(key, value);
        }
        return found;
      }),
    keepLate: ({ id, attempt }, { key, value }) =>
      write(async (db) => {
        const run = await db
          .selectFrom('run')
          .select(['id', 'project_id'])
          .where('id', '=', runId(id))
          .where('attempt', '=', attempt)
          .executeTakeFirst();
        if (run === undefined) return false;
        const row = { project_id: run.project_id, key, value, made_at: clock.now() };
        const insert = db.insertInto('checkpoint').values(row);
        await insert.onConflict((conflict) => conflict.columns(['project_id', 'key']).doNothing()).execute();
        return true;
      }),
  };
}
