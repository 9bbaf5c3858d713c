import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** What came into glossaries with a run, and what left them, by name. Of earlier runs nobody knows it. */
export function runOutcomeNames({ types }: DialectTraits): Migration {
  return {
    async up(db) {
      await db.schema.alterTable('run_outcome').addColumn('added_names', types.text).execute();
      await db.schema.alterTable('run_outcome').addColumn('removed_names', types.text).execute();
    },
  };
}
