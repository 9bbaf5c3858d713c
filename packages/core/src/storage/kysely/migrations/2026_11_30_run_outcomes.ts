import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** What runs made of the glossaries that were there before them. */
export function runOutcomes({ types, tableSuffix }: DialectTraits): Migration {
  const { text, integer } = types;
  return {
    async up(db) {
      const table = db.schema
        .createTable('run_outcome')
        .addColumn('run_id', text, (column) => column.primaryKey().notNull())
        .addColumn('entries', integer, (column) => column.notNull())
        .addColumn('added', integer, (column) => column.notNull())
        .addColumn('changed', integer, (column) => column.notNull())
        .addColumn('removed', integer, (column) => column.notNull())
        .addForeignKeyConstraint('run_outcome_run', ['run_id'], 'run', ['id'], (key) => key.onDelete('cascade'));
      await (tableSuffix === undefined ? table : table.modifyEnd(tableSuffix)).execute();
    },
  };
}
