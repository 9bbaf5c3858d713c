import { type Document, type DocumentEncoding, documentId } from '../../../domain/index.ts';
import type { DocumentStore, DocumentSummary } from '../../storage.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';
import { requireProject } from './require-project.ts';

const SUMMARY = ['id', 'name', 'format', 'encoding', 'content_hash'] as const;

export function documentStore({ read, write }: Access): DocumentStore {
  return {
    replaceAll: (project, documents) =>
      write(async (db) => {
        await requireProject(db, project);
        const rows = await db.selectFrom('document').select(SUMMARY).where('project_id', '=', project).execute();
        const stored = new Map(rows.map((row) => [row.id, toSummary(row)]));
        const sorted = documents.toSorted(byName);
        const given = new Set<string>(sorted.map(({ id }) => id));
        const added = sorted.filter(({ id }) => !stored.has(id));
        const changed = sorted.filter((one) => {
          const before = stored.get(one.id);
          return before !== undefined && !isSame(before, one);
        });
        const removed = [...stored.values()].filter(({ id }) => !given.has(id)).toSorted(byName);

        for (const batch of batches([...removed, ...changed])) {
          const ids = batch.map(({ id }) => id);
          await db.deleteFrom('document').where('project_id', '=', project).where('id', 'in', ids).execute();
        }
        for (const batch of batches([...added, ...changed], ({ text }) => text.length)) {
          const values = batch.map(({ contentHash, id, name, format, encoding, text }) => {
            return { project_id: project, id, name, format, encoding, content_hash: contentHash, text };
          });
          await db.insertInto('document').values(values).execute();
        }
        return {
          added: added.map(({ id }) => id),
          changed: changed.map(({ id }) => id),
          removed: removed.map(({ id }) => id),
          unchanged: sorted.length - added.length - changed.length,
        };
      }),
    list: (project) =>
      read(async (db) => {
        const rows = await db.selectFrom('document').select(SUMMARY).where('project_id', '=', project).execute();
        return rows.map(toSummary).toSorted(byName);
      }),
    read: (project, id) =>
      read(async (db) => {
        const query = db
          .selectFrom('document')
          .select([...SUMMARY, 'text'])
          .where('project_id', '=', project);
        const row = await query.where('id', '=', id).executeTakeFirst();
        return row === undefined ? undefined : toDocument(row);
      }),
    readAll: (project) =>
      read(async (db) => {
        const query = db
          .selectFrom('document')
          .select([...SUMMARY, 'text'])
          .where('project_id', '=', project);
        const rows = await query.execute();
        return rows.map(toDocument).toSorted(byName);
      }),
  };
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

function byName(a: DocumentSummary, b: DocumentSummary): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function isSame(a: DocumentSummary, b: DocumentSummary): boolean {
  return a.contentHash === b.contentHash && a.name === b.name && a.format === b.format && a.encoding === b.encoding;
}
