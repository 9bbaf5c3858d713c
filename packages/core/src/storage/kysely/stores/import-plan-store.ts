import type { Clock } from '../../../runtime/clock.ts';
import type { ImportPlanStore } from '../../work-stores.ts';
import type { Access } from '../access.ts';
import { requireProject } from './require-project.ts';

export function importPlanStore({ read, write }: Access, clock: Clock): ImportPlanStore {
  return {
    put: (project, { id, text }) =>
      write(async (db) => {
        await requireProject(db, project);
        const row = { project_id: project, id, made_at: clock.now(), plan: text };
        await db.insertInto('import_plan').values(row).execute();
      }),
    read: (project, id) =>
      read(async (db) => {
        const query = db.selectFrom('import_plan').select('plan').where('project_id', '=', project);
        return (await query.where('id', '=', id).executeTakeFirst())?.plan;
      }),
    forget: ({ before }) =>
      write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('import_plan').where('made_at', '<', before).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
