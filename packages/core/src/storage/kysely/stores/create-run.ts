import type { Kysely } from 'kysely';
import { activeStatuses, type ProjectId, type Run, type RunEvent } from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { Created, NewRun } from '../../run-stores.ts';
import type { Tables } from '../tables.ts';
import { NOBODY } from './move-run.ts';
import { requireProject } from './require-project.ts';
import { runOf } from './run-row.ts';

/** Makes a pending run and tells it, or says which run is in its way. */
export async function createRun(
  db: Kysely<Tables>,
  run: Omit<NewRun, 'failure'>,
  { clock, tell }: { clock: Clock; tell: (db: Kysely<Tables>, run: Run, events: readonly RunEvent[]) => Promise<void> },
): Promise<Created> {
  await requireProject(db, run.projectId);
  const inserted = await db
    .insertInto('run')
    .values({
      id: run.id,
      project_id: run.projectId,
      idempotency_key: run.key,
      scope: run.scope,
      input: run.input,
      budget: run.budget === undefined ? null : JSON.stringify(run.budget),
      resumes: run.resumes ?? null,
      status: 'pending',
      attempt: 0,
      barren_attempts: 0,
      batch: 0,
      ...NOBODY,
      first_seq: 1,
      last_seq: 1,
      calls: 0,
      input_tokens: 0,
      output_tokens: 0,
      cost: 0,
      unpriced_calls: 0,
      done: 0,
      failed: 0,
      reused: 0,
      failed_items: '[]',
      failure: null,
      created_at: clock.now(),
      started_at: null,
      finished_at: null,
    })
    // Either index can refuse: the key was used before, or the project has an active run.
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) {
    const created = runOf(inserted);
    const { scope, resumes } = created;
    await tell(db, created, [{ type: 'run-queued', scope, ...(resumes === undefined ? {} : { resumes }) }]);
    return { kind: 'created', run: created };
  }
  const sameKey = await db
    .selectFrom('run')
    .selectAll()
    .where('project_id', '=', run.projectId)
    .where('idempotency_key', '=', run.key)
    .executeTakeFirst();
  if (sameKey !== undefined) {
    const existing = runOf(sameKey);
    const isSameRequest =
      existing.input === run.input && existing.scope === run.scope && existing.resumes === run.resumes;
    return { kind: 'same-key', run: existing, isSameRequest };
  }
  const active = await findActive(db, run.projectId);
  // The active run ended between the two statements (only where processes share a database): the way is free now.
  return active === undefined ? createRun(db, run, { clock, tell }) : { kind: 'already-active', run: active };
}

/** The run of the project that is not over. */
export async function findActive(db: Kysely<Tables>, project: ProjectId): Promise<Run | undefined> {
  const row = await db
    .selectFrom('run')
    .selectAll()
    .where('project_id', '=', project)
    .where('status', 'in', activeStatuses)
    .executeTakeFirst();
  return row === undefined ? undefined : runOf(row);
}
