import { deflateSync, inflateSync } from 'node:zlib';
import type { Glossary, Version } from '../../../domain/index.ts';
import { contentHash } from '../../../text/content-hash.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { VersionStore } from '../../work-stores.ts';
import type { Access } from '../access.ts';
import type { Tables } from '../tables.ts';
import { requireProject } from './require-project.ts';

const HEAD = ['number', 'name', 'note', 'published_at', 'sha256', 'entries'] as const;

export function versionStore({ read, write, recorder }: Access, clock: Clock): VersionStore {
  return {
    publish: (project, { name, note, glossary }) =>
      write(async (db) => {
        await requireProject(db, project);
        const { last } = await db
          .selectFrom('version')
          .select((eb) => eb.fn.max('number').as('last'))
          .where('project_id', '=', project)
          .executeTakeFirstOrThrow();
        const json = JSON.stringify(glossary);
        const row = {
          number: (last ?? 0) + 1,
          name,
          note: note ?? null,
          published_at: clock.now(),
          sha256: contentHash(json),
          entries: glossary.concepts.length,
        };
        await db
          .insertInto('version')
          .values({ project_id: project, ...row, glossary: deflateSync(json, { level: 1 }) })
          .execute();
        recorder?.touch('version', String(row.number));
        return toVersion(row);
      }),
    list: (project) =>
      read(async (db) => {
        const query = db.selectFrom('version').select(HEAD).where('project_id', '=', project);
        return (await query.orderBy('number', 'desc').execute()).map(toVersion);
      }),
    read: (project, number) =>
      read(async (db) => {
        const query = db.selectFrom('version').selectAll().where('project_id', '=', project);
        const row = await query.where('number', '=', number).executeTakeFirst();
        if (row === undefined) return undefined;
        // Written by `publish` above.
        const glossary = JSON.parse(inflateSync(row.glossary).toString('utf8')) as Glossary;
        return { version: toVersion(row), glossary };
      }),
  };
}

function toVersion(row: Pick<Tables['version'], (typeof HEAD)[number]>): Version {
  return {
    number: row.number,
    name: row.name,
    ...(row.note === null ? {} : { note: row.note }),
    publishedAt: row.published_at,
    sha256: row.sha256,
    entries: row.entries,
  };
}
