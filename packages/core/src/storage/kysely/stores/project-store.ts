import { type ProjectId, projectId } from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import { stableId } from '../../../text/content-hash.ts';
import type { Project, ProjectStore } from '../../storage.ts';
import type { Access } from '../access.ts';
import { notFound } from './require-project.ts';

export function projectStore({ read, write }: Access, clock: Clock): ProjectStore {
  return {
    ensure: (name) =>
      write(async (db) => {
        const created = { id: stableId('project', name), name, created_at: new Date(clock.now()).toISOString() };
        await db
          .insertInto('project')
          .values(created)
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
        const row = await db.selectFrom('project').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
        return toProject(row);
      }),
    find: (name) =>
      read(async (db) => {
        const row = await db.selectFrom('project').selectAll().where('name', '=', name).executeTakeFirst();
        return row === undefined ? undefined : toProject(row);
      }),
    list: () =>
      read(async (db) => {
        const rows = await db.selectFrom('project').selectAll().execute();
        return rows.map(toProject).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      }),
    delete: (id: ProjectId) =>
      write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('project').where('id', '=', id).executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('project', id);
      }),
  };
}

function toProject(row: { id: string; name: string; created_at: string }): Project {
  return { id: projectId(row.id), name: row.name, createdAt: row.created_at };
}
