import { type Kysely, type RawBuilder, sql, type UpdateQueryBuilder, type UpdateResult } from 'kysely';
import {
  activeStatuses,
  type Interruption,
  isTerminal,
  type ProjectId,
  type Run,
  type RunEvent,
  type RunFailure,
  type RunId,
  type RunStatus,
  runId,
} from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { AttemptKey, Created, Moved, NewRun, RunStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';
import { requireProject } from './require-project.ts';
import { insertCalls } from './call-store.ts';
import { addSpent, insertEvents, runEnd, runOf } from './run-row.ts';

/** The times that a run's store needs. */
export interface RunTimes {
  /** For people. */
  readonly clock: Clock;
  /** Milliseconds since 1970 by the clock that decides about leases: where processes share a database, the database's. */
  readonly leaseNow: () => RawBuilder<number>;
}

type RunUpdate = UpdateQueryBuilder<Tables, 'run', 'run', UpdateResult>;

const OWNED: readonly RunStatus[] = ['running', 'cancelling'];
const NOBODY = { owner: null, lease_until: null } as const;

/**
 * Every change is one compare-and-set statement on the run's row, which names the states it may leave and the attempt.
 * The row lock makes the order of commits the order of events.
 */
export function runStore({ read, write, changed }: Access, { clock, leaseNow }: RunTimes): RunStore {
  const tell = (db: Kysely<Tables>, { id, lastSeq }: Run, events: readonly RunEvent[]) =>
    insertEvents(db, events, { id, lastSeq, at: clock.now() });

  const leaseUntil = (leaseMs: number) => sql<number>`${leaseNow()} + ${leaseMs}`;

  /** Ends a run that nobody works on, and tells it. */
  const end = async (db: Kysely<Tables>, run: Run, ending: { status: RunStatus; failure?: RunFailure }) => {
    const failure = ending.failure === undefined ? null : JSON.stringify(ending.failure);
    const row = await db
      .updateTable('run')
      .set((eb) => ({
        status: ending.status,
        failure,
        ...NOBODY,
        finished_at: clock.now(),
        last_seq: eb('last_seq', '+', 1),
      }))
      .where('id', '=', run.id)
      .where('status', '=', run.status)
      .returningAll()
      .executeTakeFirstOrThrow();
    const ended = runOf(row);
    await tell(db, ended, [runEnd(ended)]);
    return ended;
  };

  /** Gives up what an attempt held; the run waits again, or is cancelled where a person asked for that. */
  const release = async (db: Kysely<Tables>, attempt: AttemptKey, reason: Interruption): Promise<Moved> => {
    const moved = await move(db, attempt, (update) =>
      update
        .set((eb) => ({
          status: 'pending',
          ...NOBODY,
          last_seq: eb('last_seq', '+', 1),
          // A process that was ended on purpose says nothing against the run.
          barren_attempts: eb('barren_attempts', '-', reason === 'shutdown' ? 1 : 0),
        }))
        .where('status', '=', 'running'),
    );
    if (moved.kind === 'moved') {
      await tell(db, moved.run, [{ type: 'run-interrupted', attempt: attempt.attempt, reason }]);
      return moved;
    }
    const isCancelling = moved.kind === 'wrong-state' && moved.run.status === 'cancelling';
    return isCancelling ? { kind: 'moved', run: await end(db, moved.run, { status: 'cancelled' }) } : moved;
  };

  return {
    create: (run) =>
      write(async (db) => {
        const created = await create(db, run, { clock, tell });
        // Whoever follows the project shows its run.
        if (created.kind === 'created') changed(run.projectId);
        return created;
      }),
    find: (id) =>
      read(async (db) => {
        const row = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : runOf(row);
      }),
    list: (project, { limit = 50 } = {}) =>
      read(async (db) => {
        const query = db.selectFrom('run').selectAll().where('project_id', '=', project);
        return (await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(runOf);
      }),
    active: (project) => read((db) => findActive(db, project)),
    claimNext: ({ owner, leaseMs, maxBarrenAttempts, project }) =>
      write(async (db) => {
        const taken = await db
          .selectFrom('run')
          .selectAll()
          .where('status', 'in', OWNED)
          .where('owner', '=', owner)
          .executeTakeFirst();
        if (taken !== undefined) return { kind: 'claimed', run: runOf(taken) };
        for (;;) {
          const waiting = await longestWaiting(db, project);
          if (waiting === undefined) return { kind: 'none' };
          if (waiting.barren_attempts >= maxBarrenAttempts) {
            const message = `The process died ${waiting.barren_attempts} times before anything was finished.`;
            const failure = { code: 'run/crash-loop', message };
            return { kind: 'crash-loop', run: await end(db, runOf(waiting), { status: 'failed', failure }) };
          }
          const claim = db.updateTable('run').set((eb) => ({
            status: 'running',
            attempt: eb('attempt', '+', 1),
            barren_attempts: eb('barren_attempts', '+', 1),
            batch: 0,
            owner,
            lease_until: leaseUntil(leaseMs),
            started_at: eb.fn.coalesce('started_at', eb.val(clock.now())),
            last_seq: eb('last_seq', '+', 1),
          }));
          const row = await claim
            .where('id', '=', waiting.id)
            .where('status', '=', 'pending')
            .returningAll()
            .executeTakeFirst();
          // Another process was faster: look for the next one.
          if (row === undefined) continue;
          const run = runOf(row);
          await tell(db, run, [{ type: 'run-start', attempt: run.attempt }]);
          return { kind: 'claimed', run };
        }
      }),
    heartbeat: (attempt, { leaseMs }) =>
      write((db) =>
        move(db, attempt, (update) => update.set({ lease_until: leaseUntil(leaseMs) }).where('status', 'in', OWNED)),
      ),
    append: ({ batch, events, checkpoints = [], calls = [], usage, isProgress = false, ...attempt }) =>
      write(async (db) => {
        const moved = await move(db, attempt, (update) => {
          const grown = update.set((eb) => ({
            batch,
            last_seq: eb('last_seq', '+', events.length),
            ...(isProgress ? { barren_attempts: 0 } : {}),
          }));
          const spent = usage === undefined ? grown : grown.set(addSpent(usage));
          return spent.where('status', 'in', OWNED).where('batch', '=', batch - 1);
        });
        if (moved.kind === 'wrong-state' && (await isWritten(db, { ...attempt, batch }))) {
          return { kind: 'moved', run: moved.run };
        }
        if (moved.kind !== 'moved') return moved;
        await tell(db, moved.run, events);
        await keepCheckpoints(db, moved.run.projectId, checkpoints, clock.now());
        await insertCalls(db, calls, { ...attempt, at: clock.now() });
        return moved;
      }),
    cancel: (id) =>
      write(async (db) => {
        const waiting = await move(db, { id }, (update) =>
          update
            .set((eb) => ({ status: 'cancelling', last_seq: eb('last_seq', '+', 1) }))
            .where('status', 'in', ['pending', 'running']),
        );
        if (waiting.kind !== 'moved') return waiting;
        await tell(db, waiting.run, [{ type: 'run-cancel' }]);
        // Nobody works on a run without an owner: it is over at once.
        const row = await db.selectFrom('run').select('owner').where('id', '=', id).executeTakeFirstOrThrow();
        return row.owner === null
          ? { kind: 'moved', run: await end(db, waiting.run, { status: 'cancelled' }) }
          : waiting;
      }),
    release: (attempt, { reason }) => write((db) => release(db, attempt, reason)),
    finish: ({ batch, unansweredEvents, unansweredCalls, calls = [], status, counts, failedItems, failure, ...rest }) =>
      write(async (db) => {
        const { id, attempt } = rest;
        const isGroupWritten = await isWritten(db, { id, attempt, batch });
        const events = isGroupWritten ? rest.events.slice(unansweredEvents) : rest.events;
        const newCalls = isGroupWritten ? calls.slice(unansweredCalls) : calls;
        const usage = isGroupWritten ? undefined : rest.usage;
        const moved = await move(db, { id, attempt }, (update) => {
          const over = update.set((eb) => ({
            status,
            ...counts,
            ...NOBODY,
            failed_items: JSON.stringify(failedItems),
            failure: failure === undefined ? null : JSON.stringify(failure),
            finished_at: clock.now(),
            last_seq: eb('last_seq', '+', events.length + 1),
          }));
          return (usage === undefined ? over : over.set(addSpent(usage))).where('status', 'in', OWNED);
        });
        if (moved.kind !== 'moved') return moved;
        await tell(db, moved.run, [...events, runEnd(moved.run)]);
        await keepCheckpoints(db, moved.run.projectId, rest.checkpoints ?? [], clock.now());
        await insertCalls(db, newCalls, { id, attempt, at: clock.now() });
        return moved;
      }),
    releaseOrphans: ({ isSoleOwner }) =>
      write(async (db) => {
        const orphans = db.selectFrom('run').selectAll().where('status', 'in', OWNED);
        const expired = isSoleOwner ? orphans : orphans.where('lease_until', '<', leaseNow());
        const released: Run[] = [];
        for (const { id, attempt } of await expired.orderBy('created_at').orderBy('id').execute()) {
          const moved = await release(db, { id: runId(id), attempt }, 'crash');
          if (moved.kind === 'moved') released.push(moved.run);
        }
        return released;
      }),
    transitions: (id) =>
      read(async (db) => {
        const rows = await db
          .selectFrom('run_transition')
          .selectAll()
          .where('run_id', '=', id)
          .orderBy('position')
          .execute();
        return rows.map(({ from_status, to_status, attempt }) => {
          return { from: (from_status ?? undefined) as RunStatus | undefined, to: to_status as RunStatus, attempt };
        });
      }),
    countActive: () =>
      read(async (db) => {
        const rows = await db
          .selectFrom('run')
          .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
          .where('status', 'in', activeStatuses)
          .groupBy('status')
          .execute();
        return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
      }),
  };
}

async function create(
  db: Kysely<Tables>,
  run: NewRun,
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
  return active === undefined ? create(db, run, { clock, tell }) : { kind: 'already-active', run: active };
}

async function findActive(db: Kysely<Tables>, project: ProjectId): Promise<Run | undefined> {
  const row = await db
    .selectFrom('run')
    .selectAll()
    .where('project_id', '=', project)
    .where('status', 'in', activeStatuses)
    .executeTakeFirst();
  return row === undefined ? undefined : runOf(row);
}

function longestWaiting(db: Kysely<Tables>, project: ProjectId | undefined) {
  const waiting = db.selectFrom('run').selectAll().where('status', '=', 'pending');
  const own = project === undefined ? waiting : waiting.where('project_id', '=', project);
  return own.orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
}

/** Whether the attempt's group of that number is in the journal. */
async function isWritten(
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

/** Runs one compare-and-set statement; where it changed nothing, says why. */
async function move(
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

async function keepCheckpoints(
  db: Kysely<Tables>,
  project: ProjectId,
  checkpoints: readonly { readonly key: string; readonly value: string }[],
  madeAt: number,
): Promise<void> {
  const rows = checkpoints.map(({ key, value }) => ({ project_id: project, key, value, made_at: madeAt }));
  for (const batch of batches(rows, ({ value }) => value.length)) {
    const insert = db.insertInto('checkpoint').values(batch);
    await insert.onConflict((conflict) => conflict.columns(['project_id', 'key']).doNothing()).execute();
  }
}
