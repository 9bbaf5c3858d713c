import type { SettingsStore } from '../../project-stores.ts';
import type { Access } from '../access.ts';
import { lockProject } from '../append-change.ts';
import { writeRows } from '../recorded-rows.ts';

/** The one row of the server's own settings. */
const SERVER = 1;

export function settingsStore({ read, write, recorder }: Access): SettingsStore {
  return {
    ofServer: () =>
      read(async (db) => {
        const query = db.selectFrom('server_settings').select('settings').where('id', '=', SERVER);
        return (await query.executeTakeFirst())?.settings;
      }),
    ofProject: (project) =>
      read(async (db) => {
        const query = db.selectFrom('project_settings').select('settings').where('project_id', '=', project);
        return (await query.executeTakeFirst())?.settings;
      }),
    exchangeServer: ({ seen, settings }) =>
      write(async (db) => {
        // Compared and set in one statement: of two who saw the same, one is too late.
        const done =
          seen === undefined
            ? await db
                .insertInto('server_settings')
                .values({ id: SERVER, settings })
                .onConflict((conflict) => conflict.doNothing())
                .executeTakeFirst()
            : await db
                .updateTable('server_settings')
                .set({ settings })
                .where('id', '=', SERVER)
                .where('settings', '=', seen)
                .executeTakeFirst();
        return 'numUpdatedRows' in done ? done.numUpdatedRows > 0n : (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    putProject: (project, settings) =>
      write(async (db) => {
        await lockProject(db, project);
        const row = { key: { project_id: project }, row: settings === undefined ? undefined : { settings } };
        await writeRows({ db, recorder }, 'project_settings', [row]);
      }),
    keys: () =>
      read(async (db) => {
        const rows = await db.selectFrom('provider_key').selectAll().execute();
        return new Map(rows.map(({ name, value }) => [name, value]));
      }),
    putKey: (name, value) =>
      write(async (db) => {
        await db.deleteFrom('provider_key').where('name', '=', name).execute();
        if (value !== undefined) await db.insertInto('provider_key').values({ name, value }).execute();
      }),
  };
}
