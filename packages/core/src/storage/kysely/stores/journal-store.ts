import type { RunEvent, RunStatus } from '../../../domain/index.ts';
import { runId, terminalStatuses } from '../../../domain/index.ts';
import type { JournalStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';

/** Most UTF-16 units of a page's events, so that a page is one message of bounded size; a single event may be larger. */
const PAGE_LENGTH = 65_536;

export function journalStore({ read, write }: Access): JournalStore {
  return {
    page: (run, { after, limit }) =>
      read(async (db) => {
        const row = await db
          .selectFrom('run')
          .select(['status', 'first_seq', 'last_seq'])
          .where('id', '=', run)
          .executeTakeFirst();
        if (row === undefined) return undefined;
        const head = { status: row.status as RunStatus, firstSeq: row.first_seq, lastSeq: row.last_seq };
        if (row.last_seq <= after) return { head, entries: [] };
        const rows = await db
          .selectFrom('run_event')
          .select(['seq', 'at', 'event'])
          .where('run_id', '=', run)
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(limit)
          .execute();
        let length = 0;
        const fitting = rows.filter(({ event }, index) => (length += event.length) <= PAGE_LENGTH || index === 0);
        const entries = fitting.map(({ seq, at, event }) => ({ seq, at, event: JSON.parse(event) as RunEvent }));
        return { head, entries };
      }),
    prune: (project, { keepRuns }) =>
      write(async (db) => {
        const runs = await db
          .selectFrom('run')
          .select(['id', 'status', 'first_seq', 'last_seq'])
          .where('project_id', '=', project)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .offset(keepRuns)
          // SQLite asks for a limit beside an offset.
          .limit(Number.MAX_SAFE_INTEGER)
          .execute();
        let pruned = 0;
        for (const { id, status, first_seq, last_seq } of runs) {
          const isOver = terminalStatuses.some((terminal) => terminal === status);
          if (!isOver || first_seq > last_seq) continue;
          await db.deleteFrom('run_event').where('run_id', '=', id).execute();
          await db.deleteFrom('model_call').where('run_id', '=', id).execute();
          const mark = db.updateTable('run').set({ first_seq: last_seq + 1 });
          await mark.where('id', '=', runId(id)).where('status', 'in', terminalStatuses).execute();
          pruned += last_seq - first_seq + 1;
        }
        return pruned;
      }),
  };
}
