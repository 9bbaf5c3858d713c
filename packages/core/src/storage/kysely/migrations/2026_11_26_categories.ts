import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** Categories of terms, and which one each term is in. */
export function categories({ types, tableSuffix }: DialectTraits): Migration {
  const { text, integer } = types;
  return {
    async up(db: Kysely<unknown>) {
      const createOwned = (name: string) => {
        const table = db.schema
          .createTable(name)
          .addColumn('project_id', text, (column) => column.notNull())
          .addForeignKeyConstraint(`${name}_project`, ['project_id'], 'project', ['id'], (key) =>
            key.onDelete('cascade'),
          );
        return tableSuffix === undefined ? table : table.modifyEnd(tableSuffix);
      };
      await createOwned('category')
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('name', text, (column) => column.notNull())
        .addColumn('colour', integer, (column) => column.notNull())
        .addColumn('position', integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('category_key', ['project_id', 'id'])
        .execute();
      // No reference to a category: one that is taken away can come back, with everything that was in it.
      await createOwned('term_category')
        .addColumn('concept_id', text, (column) => column.notNull())
        .addColumn('category_id', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('term_category_key', ['project_id', 'concept_id'])
        .execute();
    },
  };
}
