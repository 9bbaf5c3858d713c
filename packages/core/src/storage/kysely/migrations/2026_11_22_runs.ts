import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

const ACTIVE = `'pending', 'running', 'cancelling'`;
const TERMINAL = `'completed', 'partial', 'failed', 'cancelled'`;

/** Runs, their journals, their checkpoints. The database itself keeps the two rules that no program may break. */
export function runs({ types, tableSuffix, triggers }: DialectTraits): Migration {
  const { text, integer, real } = types;
  return {
    async up(db) {
      const create = (name: string) => {
        const table = db.schema.createTable(name);
        return tableSuffix === undefined ? table : table.modifyEnd(tableSuffix);
      };

      await create('run')
        .addColumn('id', text, (column) => column.notNull().primaryKey())
        .addColumn('project_id', text, (column) => column.notNull())
        .addColumn('idempotency_key', text, (column) => column.notNull())
        .addColumn('scope', text, (column) => column.notNull())
        .addColumn('input', text, (column) => column.notNull())
        .addColumn('budget', text)
        .addColumn('resumes', text)
        .addColumn('status', text, (column) => column.notNull().check(sql.raw(`status in (${ACTIVE}, ${TERMINAL})`)))
        .addColumn('attempt', integer, (column) => column.notNull())
        .addColumn('barren_attempts', integer, (column) => column.notNull())
        .addColumn('batch', integer, (column) => column.notNull())
        .addColumn('owner', text)
        .addColumn('lease_until', integer)
        .addColumn('first_seq', integer, (column) => column.notNull())
        .addColumn('last_seq', integer, (column) => column.notNull())
        .addColumn('calls', integer, (column) => column.notNull())
        .addColumn('input_tokens', integer, (column) => column.notNull())
        .addColumn('output_tokens', integer, (column) => column.notNull())
        .addColumn('cost', real, (column) => column.notNull())
        .addColumn('unpriced_calls', integer, (column) => column.notNull())
        .addColumn('done', integer, (column) => column.notNull())
        .addColumn('failed', integer, (column) => column.notNull())
        .addColumn('reused', integer, (column) => column.notNull())
        .addColumn('failed_items', text, (column) => column.notNull())
        .addColumn('failure', text)
        .addColumn('created_at', integer, (column) => column.notNull())
        .addColumn('started_at', integer)
        .addColumn('finished_at', integer)
        .addForeignKeyConstraint('run_project', ['project_id'], 'project', ['id'], (key) => key.onDelete('cascade'))
        .addUniqueConstraint('run_idempotency', ['project_id', 'idempotency_key'])
        .execute();
      await sql.raw(`create unique index run_one_active on run (project_id) where status in (${ACTIVE})`).execute(db);
      await sql.raw(`create index run_waiting on run (created_at, id) where status in (${ACTIVE})`).execute(db);
      await db.schema.createIndex('run_of_project').on('run').columns(['project_id', 'created_at', 'id']).execute();

      await create('run_event')
        .addColumn('run_id', text, (column) => column.notNull())
        .addColumn('seq', integer, (column) => column.notNull())
        .addColumn('at', integer, (column) => column.notNull())
        .addColumn('event', text, (column) => column.notNull())
        .addForeignKeyConstraint('run_event_run', ['run_id'], 'run', ['id'], (key) => key.onDelete('cascade'))
        .addPrimaryKeyConstraint('run_event_key', ['run_id', 'seq'])
        .execute();

      await create('run_transition')
        .addColumn('run_id', text, (column) => column.notNull())
        .addColumn('position', integer, (column) => column.notNull())
        .addColumn('from_status', text)
        .addColumn('to_status', text, (column) => column.notNull())
        .addColumn('attempt', integer, (column) => column.notNull())
        .addForeignKeyConstraint('run_transition_run', ['run_id'], 'run', ['id'], (key) => key.onDelete('cascade'))
        .addPrimaryKeyConstraint('run_transition_key', ['run_id', 'position'])
        .execute();

      await create('checkpoint')
        .addColumn('project_id', text, (column) => column.notNull())
        .addColumn('key', text, (column) => column.notNull())
        .addColumn('value', text, (column) => column.notNull())
        .addColumn('made_at', integer, (column) => column.notNull())
        .addForeignKeyConstraint('checkpoint_project', ['project_id'], 'project', ['id'], (key) =>
          key.onDelete('cascade'),
        )
        .addPrimaryKeyConstraint('checkpoint_key', ['project_id', 'key'])
        .execute();

      // What followers were told must stay true: only retention may touch the row of a run that is over.
      const told =
        'status, attempt, owner, lease_until, last_seq, calls, input_tokens, output_tokens, cost, unpriced_calls, ' +
        'done, failed, reused, failed_items, failure, finished_at';
      const statements = [
        ...triggers.refuse({
          name: 'run_is_over',
          before: `update of ${told}`,
          table: 'run',
          when: `old.status in (${TERMINAL})`,
          message: 'a run that is over does not change',
        }),
        ...triggers.record({
          name: 'run_created',
          after: 'insert',
          table: 'run',
          statement: transition('null'),
        }),
        ...triggers.record({
          name: 'run_moved',
          after: 'update of status, attempt',
          table: 'run',
          when: 'old.status <> new.status or old.attempt <> new.attempt',
          statement: transition('old.status'),
        }),
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

function transition(from: string): string {
  return (
    'insert into run_transition (run_id, position, from_status, to_status, attempt) values (new.id, ' +
    `1 + coalesce((select max(position) from run_transition where run_id = new.id), 0), ${from}, new.status, new.attempt)`
  );
}
