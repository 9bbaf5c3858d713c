import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** What the tool pointed out and people are done with. */
export function settled({ types, tableSuffix }: DialectTraits): Migration {
  const { text } = types;
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema
        .createTable('settled')
        .addColumn('project_id', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('subject', text, (column) => column.notNull())
        .addColumn('basis', text, (column) => column.notNull())
        .addForeignKeyConstraint('settled_project', ['project_id'], 'project', ['id'], (key) => key.onDelete('cascade'))
        .addPrimaryKeyConstraint('settled_key', ['project_id', 'kind', 'subject']);
      await (tableSuffix === undefined ? table : table.modifyEnd(tableSuffix)).execute();
    },
  };
}
