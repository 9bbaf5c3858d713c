import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** Where documents came from. Those that are there already count as read from a folder, as they were treated until now. */
export function origins({ types }: DialectTraits): Migration {
  return {
    async up(db) {
      await db.schema
        .alterTable('document')
        .addColumn('origin', types.text, (column) => column.notNull().defaultTo('folder'))
        .execute();
    },
  };
}
