import { projectId, type RunScope } from '../../../domain/index.ts';
import type { WantedRun, WantedRunStore } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import type { Tables } from '../tables.ts';
import { requireProject } from './require-project.ts';

export function wantedRunStore({ read, write }: Access): WantedRunStore {
  return {
    put: ({ project, key, scope }) =>
      write(async (db) => {
        await requireProject(db, project);
        await db.deleteFrom('wanted_run').where('project_id', '=', project).execute();
        await db.insertInto('wanted_run').values({ project_id: project, key, scope }).execute();
      }),
    read: (project) =>
      read(async (db) => {
        const row = await db.selectFrom('wanted_run').selectAll().where('project_id', '=', project).executeTakeFirst();
        return row === undefined ? undefined : toWanted(row);
      }),
    list: () => read(async (db) => (await db.selectFrom('wanted_run').selectAll().execute()).map(toWanted)),
    remove: ({ project, key }) =>
      write(async (db) => {
        await db.deleteFrom('wanted_run').where('project_id', '=', project).where('key', '=', key).execute();
      }),
  };
}

function toWanted({ project_id, key, scope }: Tables['wanted_run']): WantedRun {
  return { project: projectId(project_id), key, scope: scope as RunScope };
}
