import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** The passages that an issue is about. */
export function issueEvidence({ types }: DialectTraits): Migration {
  return {
    async up(db) {
      await db.schema.alterTable('issue').addColumn('evidence', types.text).execute();
    },
  };
}
