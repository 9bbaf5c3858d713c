import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** Settings of the server and of projects, keys of providers, runs that wait for another one, and planned imports. */
export function settings({ types, tableSuffix }: DialectTraits): Migration {
  const { text, integer } = types;
  return {
    async up(db: Kysely<unknown>) {
      const create = (name: string) => {
        const table = db.schema.createTable(name);
        return tableSuffix === undefined ? table : table.modifyEnd(tableSuffix);
      };
      const createOwned = (name: string) =>
        create(name)
          .addColumn('project_id', text, (column) => column.notNull())
          .addForeignKeyConstraint(`${name}_project`, ['project_id'], 'project', ['id'], (key) =>
            key.onDelete('cascade'),
          );

      await create('server_settings')
        .addColumn('id', integer, (column) => column.notNull().primaryKey())
        .addColumn('settings', text, (column) => column.notNull())
        .execute();
      await createOwned('project_settings')
        .addColumn('settings', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('project_settings_key', ['project_id'])
        .execute();
      await create('provider_key')
        .addColumn('name', text, (column) => column.notNull().primaryKey())
        .addColumn('value', text, (column) => column.notNull())
        .execute();
      await createOwned('wanted_run')
        .addColumn('key', text, (column) => column.notNull())
        .addColumn('scope', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('wanted_run_key', ['project_id'])
        .execute();
      await createOwned('import_plan')
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('made_at', integer, (column) => column.notNull())
        .addColumn('plan', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('import_plan_key', ['project_id', 'id'])
        .execute();
    },
  };
}
