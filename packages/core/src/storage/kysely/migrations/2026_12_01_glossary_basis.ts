import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** What glossaries were built from. Of those that are there already nobody knows it. */
export function glossaryBasis({ types }: DialectTraits): Migration {
  return {
    async up(db) {
      await db.schema.alterTable('glossary').addColumn('basis', types.text).execute();
      await db.schema.alterTable('glossary').addColumn('built_change', types.integer).execute();
    },
  };
}
