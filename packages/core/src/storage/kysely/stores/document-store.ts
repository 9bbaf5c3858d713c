import type { Kysely } from 'kysely';
import {
  type Document,
  type DocumentEncoding,
  type DocumentId,
  type DocumentOrigin,
  documentId,
  type DocumentSummary,
  type ProjectId,
  type StoredDocument,
} from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { DocumentStore } from '../../project-stores.ts';
import type { Access } from '../access.ts';
import { lockProject, tellChange } from '../append-change.ts';
import { batches } from '../batches.ts';
import { type Recorder, writeRows } from '../recorded-rows.ts';
import type { Tables } from '../tables.ts';
import { forgetContents, putContents, releaseContents } from './contents.ts';
import { requireProject } from './require-project.ts';

const SUMMARY = ['id', 'name', 'format', 'encoding', 'content_hash'] as const;

export function documentStore({ read, write, changed: tell, recorder }: Access, clock: Clock): DocumentStore {
  const now = () => new Date(clock.now()).toISOString();

  return {
    replaceAll: (project, documents) =>
      write(async (db) => {
        await lockProject(db, project);
        const rows = await liveDocuments(db, project)
          .select([...SUMMARY, 'origin'])
          .execute();
        const stored = new Map(rows.map((row) => [row.id, { ...toSummary(row), origin: row.origin }]));
        const sorted = documents.toSorted(byName);
        const given = new Set<string>(sorted.map(({ id }) => id));
        const added = sorted.filter(({ id }) => !stored.has(id));
        const changed = sorted.filter((one) => {
          const before = stored.get(one.id);
          return before !== undefined && !(before.origin === 'folder' && isSame(before, one));
        });
        const removed = [...stored.values()]
          .filter(({ id, origin }) => origin === 'folder' && !given.has(id))
          .toSorted(byName);

        const target = { db, recorder: undefined };
        const gone = removed.map(({ id }) => ({ key: { project_id: project, id }, row: { trashed_at: now() } }));
        await writeRows(target, 'document', gone);
        const written = [...added, ...changed];
        await putDocuments(target, project, { documents: written, origin: 'folder', updatedAt: now() });
        await releaseContents(db, project, clock.now());
        const touched = [...added, ...changed, ...removed].map(({ id }) => id);
        if (touched.length > 0) {
          await tellChange(db, project, {
            kind: 'documents-loaded',
            touched: [{ noun: 'document', ids: touched }],
            clock,
          });
          tell(project);
        }
        return {
          added: added.map(({ id }) => id),
          changed: changed.map(({ id }) => id),
          removed: removed.map(({ id }) => id),
          unchanged: sorted.length - added.length - changed.length,
        };
      }),
    put: (project, documents, origin) =>
      write(async (db) => {
        await requireProject(db, project);
        await putDocuments({ db, recorder }, project, { documents, origin, updatedAt: now() });
        await releaseContents(db, project, clock.now());
      }),
    trash: (project, ids) => write((db) => setTrashed(db, project, ids, { trashed_at: now() })),
    restore: (project, ids) => write((db) => setTrashed(db, project, ids, { trashed_at: null, origin: 'upload' })),
    forget: ({ before }) =>
      write(async (db) => {
        const old = await db
          .deleteFrom('document')
          .where('trashed_at', '<', new Date(before).toISOString())
          .executeTakeFirst();
        await forgetContents(db, before);
        return Number(old.numDeletedRows);
      }),
    trashed: (project) =>
      read(async (db) => {
        const rows = await db
          .selectFrom('document')
          .select([...SUMMARY, 'length', 'trashed_at'])
          .where('project_id', '=', project)
          .where('trashed_at', 'is not', null)
          .execute();
        return rows
          .map((row) => ({ ...toSummary(row), length: row.length, trashedAt: row.trashed_at ?? '' }))
          .toSorted((a, b) => (a.trashedAt === b.trashedAt ? byName(a, b) : a.trashedAt < b.trashedAt ? 1 : -1));
      }),
    list: (project) =>
      read(async (db) => {
        const rows = await liveDocuments(db, project)
          .select([...SUMMARY, 'length', 'updated_at', 'origin'])
          .execute();
        const built = await db
          .selectFrom('glossary_document')
          .select(['id', 'content_hash'])
          .where('project_id', '=', project)
          .execute();
        const builtHash = new Map(built.map(({ id, content_hash }) => [id, content_hash]));
        return rows
          .map(({ length, updated_at, origin, ...row }): StoredDocument => {
            const hash = builtHash.get(row.id);
            return {
              ...toSummary(row),
              length,
              ...(updated_at === null ? {} : { updatedAt: updated_at }),
              origin: origin as DocumentOrigin,
              state: hash === undefined ? 'new' : hash === row.content_hash ? 'built' : 'changed',
            };
          })
          .toSorted(byName);
      }),
    read: (project, id) =>
      read(async (db) => {
        const row = await withTexts(db, project).where('document.id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : toDocument(row);
      }),
    builtText: (project, id) =>
      read(async (db) => {
        const row = await db
          .selectFrom('glossary_document')
          .innerJoin('content', (join) =>
            join
              .onRef('content.project_id', '=', 'glossary_document.project_id')
              .onRef('content.content_hash', '=', 'glossary_document.content_hash'),
          )
          .select(SUMMARY.map((column) => `glossary_document.${column}` as const))
          .select('content.text')
          .where('glossary_document.project_id', '=', project)
          .where('glossary_document.id', '=', id)
          .executeTakeFirst();
        return row === undefined ? undefined : toDocument(row);
      }),
    readAll: (project, origin) =>
      read(async (db) => {
        const all = withTexts(db, project);
        const rows = await (origin === undefined ? all : all.where('document.origin', '=', origin)).execute();
        return rows.map(toDocument).toSorted(byName);
      }),
  };

  async function setTrashed(
    db: Kysely<Tables>,
    project: ProjectId,
    ids: readonly DocumentId[],
    row: { readonly trashed_at: string } | { readonly trashed_at: null; readonly origin: DocumentOrigin },
  ): Promise<void> {
    const known: string[] = [];
    for (const batch of batches(ids)) {
      const rows = db.selectFrom('document').select('id').where('project_id', '=', project).where('id', 'in', batch);
      const wanted = rows.where('trashed_at', row.trashed_at === null ? 'is not' : 'is', null);
      for (const { id } of await wanted.execute()) known.push(id);
    }
    const writes = known.map((id) => ({ key: { project_id: project, id }, row }));
    await writeRows({ db, recorder }, 'document', writes);
  }
}

function liveDocuments(db: Kysely<Tables>, project: ProjectId) {
  return db.selectFrom('document').where('project_id', '=', project).where('trashed_at', 'is', null);
}

function withTexts(db: Kysely<Tables>, project: ProjectId) {
  return db
    .selectFrom('document')
    .innerJoin('content', (join) =>
      join
        .onRef('content.project_id', '=', 'document.project_id')
        .onRef('content.content_hash', '=', 'document.content_hash'),
    )
    .select([
      'document.id',
      'document.name',
      'document.format',
      'document.encoding',
      'document.content_hash',
      'content.text',
    ])
    .where('document.project_id', '=', project)
    .where('document.trashed_at', 'is', null);
}

async function putDocuments(
  target: { readonly db: Kysely<Tables>; readonly recorder: Recorder | undefined },
  project: ProjectId,
  {
    documents,
    origin,
    updatedAt,
  }: { readonly documents: readonly Document[]; readonly origin: DocumentOrigin; readonly updatedAt: string },
): Promise<void> {
  await putContents(target.db, project, documents);
  const writes = documents.map(({ id, name, format, encoding, contentHash, text }) => ({
    key: { project_id: project, id },
    row: {
      name,
      format,
      encoding,
      content_hash: contentHash,
      length: text.length,
      updated_at: updatedAt,
      trashed_at: null,
      origin,
    },
  }));
  await writeRows(target, 'document', writes);
}

interface SummaryRow {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly encoding: string;
  readonly content_hash: string;
}

function toSummary(row: SummaryRow): DocumentSummary {
  return {
    id: documentId(row.id),
    name: row.name,
    format: row.format,
    encoding: row.encoding as DocumentEncoding,
    contentHash: row.content_hash,
  };
}

function toDocument(row: SummaryRow & { readonly text: string }): Document {
  return { ...toSummary(row), text: row.text };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function isSame(a: DocumentSummary, b: DocumentSummary): boolean {
  return a.contentHash === b.contentHash && a.name === b.name && a.format === b.format && a.encoding === b.encoding;
}
