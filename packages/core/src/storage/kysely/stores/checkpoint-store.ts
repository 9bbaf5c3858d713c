import type { Kysely } from 'kysely';
import { type ProjectId, projectId, runId } from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { Checkpoint, CheckpointStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';

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
        await insertCheckpoints(db, projectId(run.project_id), [{ key, value }], clock.now());
        return true;
      }),
  };
}

/** Keeps results; one that is kept already stays. */
export async function insertCheckpoints(
  db: Kysely<Tables>,
  project: ProjectId,
  checkpoints: readonly Checkpoint[],
  madeAt: number,
): Promise<void> {
  const rows = checkpoints.map(({ key, value }) => ({ project_id: project, key, value, made_at: madeAt }));
  for (const batch of batches(rows, ({ value }) => value.length)) {
    const insert = db.insertInto('checkpoint').values(batch);
    await insert.onConflict((conflict) => conflict.columns(['project_id', 'key']).doNothing()).execute();
  }
}
