import type { SettledStore } from '../../work-stores.ts';
import type { Access } from '../access.ts';
import { lockProject } from '../append-change.ts';
import { writeRows } from '../recorded-rows.ts';

export function settledStore({ read, write, recorder }: Access): SettledStore {
  return {
    read: (project, kind) =>
      read(async (db) => {
        const query = db.selectFrom('settled').select(['subject', 'basis']).where('project_id', '=', project);
        const rows = await query.where('kind', '=', kind).execute();
        return new Map(rows.map(({ subject, basis }) => [subject, basis]));
      }),
    put: (project, kind, settled) =>
      write(async (db) => {
        await lockProject(db, project);
        const writes = settled.map(({ subject, basis }) => ({
          key: { project_id: project, kind, subject },
          row: { basis },
        }));
        await writeRows({ db, recorder }, 'settled', writes);
      }),
  };
}
