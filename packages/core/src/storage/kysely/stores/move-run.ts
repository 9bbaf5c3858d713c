import type { Kysely, UpdateQueryBuilder, UpdateResult } from 'kysely';
import { isTerminal, type RunId, type RunStatus } from '../../../domain/index.ts';
import type { AttemptKey, Moved } from '../../run-stores.ts';
import type { Tables } from '../tables.ts';
import { runOf } from './run-row.ts';

type RunUpdate = UpdateQueryBuilder<Tables, 'run', 'run', UpdateResult>;

/** States in which an attempt owns the run. */
export const OWNED: readonly RunStatus[] = ['running', 'cancelling'];

/** Of a run that no attempt owns. */
export const NOBODY = { owner: null, lease_until: null } as const;

/** Runs one compare-and-set statement on the row of a run; where it changed nothing, says why. */
export async function moveRun(
  db: Kysely<Tables>,
  { id, attempt }: { readonly id: RunId; readonly attempt?: number },
  change: (update: RunUpdate) => RunUpdate,
): Promise<Moved> {
  const update = change(db.updateTable('run').where('id', '=', id));
  const row = await (attempt === undefined ? update : update.where('attempt', '=', attempt))
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return { kind: 'moved', run: runOf(row) };
  const current = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
  if (current === undefined) return { kind: 'not-found' };
  const run = runOf(current);
  const isOther = attempt !== undefined && run.attempt !== attempt;
  return { kind: isOther && !isTerminal(run.status) ? 'fenced' : 'wrong-state', run };
}

/** Whether the attempt's group of that number is in the journal. */
export async function isWritten(
  db: Kysely<Tables>,
  { id, attempt, batch }: AttemptKey & { readonly batch: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('run')
    .select('batch')
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('status', 'in', OWNED)
    .executeTakeFirst();
  return row !== undefined && row.batch >= batch;
}
