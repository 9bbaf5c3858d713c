import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import { type Project, type ProjectId, projectId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Clock } from '../../../runtime/clock.ts';
import { stableId } from '../../../text/content-hash.ts';
import type { ProjectStore } from '../../project-stores.ts';
import type { Access } from '../access.ts';
import { appendChange } from '../append-change.ts';
import { writeRows } from '../recorded-rows.ts';
import type { Tables } from '../tables.ts';
import { copyProject } from './copy-project.ts';
import { readProjectRows, writeProjectRows } from './project-rows.ts';
import { toProject } from './project-row.ts';
import { projectSummaries } from './project-summaries.ts';
import { notFound } from './require-project.ts';

export function projectStore({ read, write, changed, recorder }: Access, clock: Clock): ProjectStore {
  const now = () => new Date(clock.now()).toISOString();

  const create = async (db: Kysely<Tables>, { name, language, subject }: Parameters<ProjectStore['create']>[0]) => {
    const named = stableId('project', name);
    // A project that was renamed since keeps the id of its first name.
    const taken = await db.selectFrom('project').select('id').where('id', '=', named).executeTakeFirst();
    const id = projectId(taken === undefined ? named : v7());
    const made = {
      id,
      name,
      language: language ?? null,
      subject: subject ?? null,
      archived_at: null,
      created_at: now(),
    };
    const insert = db.insertInto('project').values(made);
    // Another who makes the same project at once is in the way of both its keys.
    const { numInsertedOrUpdatedRows } = await insert
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return undefined;
    const touched = [{ noun: 'project' as const, ids: [id] }];
    await appendChange(db, id, { kind: 'project-created', author: 'person', touched, at: clock.now() });
    changed(id);
    return toProject(made);
  };

  const updateRow = async (db: Kysely<Tables>, id: ProjectId, row: Readonly<Record<string, string | null>>) => {
    await writeRows({ db, recorder }, 'project', [{ key: { id }, row }]);
    const stored = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst();
    if (stored === undefined) throw notFound('project', id);
    return stored;
  };

  return {
    ensure: (name) =>
      write(async (db) => {
        const project = (await findRow(db, name)) ?? (await create(db, { name })) ?? (await findRow(db, name));
        if (project === undefined) throw notFound('project', name);
        return project;
      }),
    find: (name) => read((db) => findRow(db, name)),
    read: (id) =>
      read(async (db) => {
        const row = await live(db).where('id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : toProject(row);
      }),
    list: () =>
      read(async (db) => {
        const rows = await live(db).execute();
        return rows.map(toProject).toSorted(byName);
      }),
    summaries: (options) => read((db) => projectSummaries(db, options)),
    create: (project) =>
      write(async (db) => {
        const created = await create(db, project);
        if (created !== undefined) return created;
        const { name } = project;
        throw new GlossaryError('project/name-taken', `There is a project ${JSON.stringify(name)} already.`, {
          details: { name },
        });
      }),
    update: (id, { name, language, subject, isArchived }) =>
      write(async (db) => {
        const { archived_at } = await requireRow(db, id);
        const row = await updateRow(db, id, {
          ...(name === undefined ? {} : { name }),
          ...(language === undefined ? {} : { language }),
          ...(subject === undefined ? {} : { subject }),
          ...(isArchived === undefined ? {} : { archived_at: isArchived ? (archived_at ?? now()) : null }),
        });
        return toProject(row);
      }),
    copy: (from, to) => write((db) => copyProject(db, from, to)),
    eachRow: (id, take) => read((db) => readProjectRows(db, id, take)),
    putRows: (id, rows) => write((db) => writeProjectRows(db, id, rows)),
    trash: (id) =>
      write(async (db) => {
        const { name, trashed_at } = await requireRow(db, id);
        if (trashed_at !== null) throw notFound('project', id);
        await updateRow(db, id, { name: placeholder(id), trashed_name: name, trashed_at: now() });
      }),
    restore: (id, name) =>
      write(async (db) => {
        await requireRow(db, id);
        return toProject(await updateRow(db, id, { name, trashed_name: null, trashed_at: null }));
      }),
    trashed: () =>
      read(async (db) => {
        const rows = await db.selectFrom('project').selectAll().where('trashed_at', 'is not', null).execute();
        return rows
          .map(({ id, trashed_name, trashed_at }) => {
            return { id: projectId(id), name: trashed_name ?? '', trashedAt: trashed_at ?? '' };
          })
          .toSorted((a, b) => (a.trashedAt === b.trashedAt ? byName(a, b) : a.trashedAt < b.trashedAt ? 1 : -1));
      }),
    delete: (id: ProjectId) =>
      write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('project').where('id', '=', id).executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('project', id);
        changed(id);
      }),
  };
}

/** A row that is not there must not be made. */
async function requireRow(db: Kysely<Tables>, id: ProjectId) {
  const row = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('project', id);
  return row;
}

function live(db: Kysely<Tables>) {
  return db.selectFrom('project').selectAll().where('trashed_at', 'is', null);
}

async function findRow(db: Kysely<Tables>, name: string): Promise<Project | undefined> {
  const row = await live(db).where('name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : toProject(row);
}

/** No name that people give has a zero character. */
function placeholder(id: ProjectId): string {
  return `\0${id}`;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
