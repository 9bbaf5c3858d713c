import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  activeStatuses,
  type Interruption,
  type ProjectId,
  type Run,
  type RunEvent,
  type RunFailure,
  type RunStatus,
  runId,
} from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Clock } from '../../../runtime/clock.ts';
import { describeFailure } from '../../../runtime/describe-failure.ts';
import type { AttemptKey, Moved, RunStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import type { Tables } from '../tables.ts';
import { insertCalls } from './call-store.ts';
import { insertCheckpoints } from './checkpoint-store.ts';
import { createRun, findActive } from './create-run.ts';
import { isWritten, moveRun, NOBODY, OWNED } from './move-run.ts';
import { addSpent, insertEvents, runEnd, runOf } from './run-row.ts';

/** The times that a run's store needs. */
export interface RunTimes {
  /** For people. */
  readonly clock: Clock;
  /** Milliseconds since 1970 by the clock that decides about leases: where processes share a database, the database's. */
  readonly leaseNow: () => RawBuilder<number>;
}

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
    const moved = await moveRun(db, attempt, (update) =>
      update
        .set((eb) => ({
          status: 'pending',
          ...NOBODY,
          last_seq: eb('last_seq', '+', 1),
          // A process that was ended on purpose says nothing against the run, nor, after progress, for its next lives.
          ...(reason === 'shutdown'
            ? {
                barren_attempts: eb
                  .case()
                  .when('barren_attempts', '>', 0)
                  .then(eb('barren_attempts', '-', 1))
                  .else(0)
                  .end(),
              }
            : {}),
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
    create: ({ failure, ...run }) =>
      write(async (db) => {
        const created = await createRun(db, run, { clock, tell });
        if (created.kind !== 'created') return created;
        // Whoever follows the project shows its run.
        changed(run.projectId);
        return failure === undefined
          ? created
          : { ...created, run: await end(db, created.run, { status: 'failed', failure }) };
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
            const attempts = waiting.barren_attempts;
            const message = `The process died ${attempts} times before anything was finished.`;
            const failure = describeFailure(new GlossaryError('run/crash-loop', message, { details: { attempts } }));
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
        moveRun(db, attempt, (update) => update.set({ lease_until: leaseUntil(leaseMs) }).where('status', 'in', OWNED)),
      ),
    append: ({ batch, events, checkpoints = [], calls = [], usage, isProgress = false, ...attempt }) =>
      write(async (db) => {
        const moved = await moveRun(db, attempt, (update) => {
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
        await insertCheckpoints(db, moved.run.projectId, checkpoints, clock.now());
        await insertCalls(db, calls, { ...attempt, at: clock.now() });
        return moved;
      }),
    cancel: (id) =>
      write(async (db) => {
        const waiting = await moveRun(db, { id }, (update) =>
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
        const moved = await moveRun(db, { id, attempt }, (update) => {
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
        await insertCheckpoints(db, moved.run.projectId, rest.checkpoints ?? [], clock.now());
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

function longestWaiting(db: Kysely<Tables>, project: ProjectId | undefined) {
  const waiting = db.selectFrom('run').selectAll().where('status', '=', 'pending');
  const own = project === undefined ? waiting : waiting.where('project_id', '=', project);
  return own.orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
}
