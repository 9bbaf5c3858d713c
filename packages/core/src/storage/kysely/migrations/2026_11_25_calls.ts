import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** What runs asked of language models. */
export function calls({ types, tableSuffix }: DialectTraits): Migration {
  const { text, integer } = types;
  return {
    async up(db) {
      const table = db.schema
        .createTable('model_call')
        .addColumn('run_id', text, (column) => column.notNull())
        .addColumn('number', integer, (column) => column.notNull())
        .addColumn('attempt', integer, (column) => column.notNull())
        .addColumn('at', integer, (column) => column.notNull())
        .addColumn('step', text, (column) => column.notNull())
        .addColumn('outcome', text, (column) => column.notNull())
        .addColumn('call', text, (column) => column.notNull())
        .addColumn('text', text)
        .addForeignKeyConstraint('model_call_run', ['run_id'], 'run', ['id'], (key) => key.onDelete('cascade'))
        .addPrimaryKeyConstraint('model_call_key', ['run_id', 'number']);
      await (tableSuffix === undefined ? table : table.modifyEnd(tableSuffix)).execute();
    },
  };
}
