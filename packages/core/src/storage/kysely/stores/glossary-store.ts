import type { Kysely } from 'kysely';
import {
  type DocumentEncoding,
  type DocumentId,
  documentId,
  type Glossary,
  type GlossaryDocument,
  type ProjectId,
} from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { GlossaryStore } from '../../glossary-stores.ts';
import type { Access } from '../access.ts';
import { lockProject, tellChange } from '../append-change.ts';
import type { Tables } from '../tables.ts';
import { readIssues } from './issue-store.ts';
import { readConcepts } from './read-concepts.ts';
import { swapConcepts } from './swap-concepts.ts';
import { batches } from '../batches.ts';

export function glossaryStore({ read, write, changed }: Access, clock: Clock): GlossaryStore {
  return {
    read: (project) =>
      read(async (db) => {
        const query = db.selectFrom('glossary').select('title').where('project_id', '=', project);
        const built = await query.executeTakeFirst();
        const { concepts } = await readConcepts(db, project);
        // What people added or imported is a glossary before anything was built.
        if (built === undefined && concepts.length === 0) return undefined;
        return {
          title: built?.title ?? (await nameOf(db, project)),
          documents: await readDocuments(db, project),
          concepts,
          issues: await readIssues(db, project),
        };
      }),
    documents: (project, options) => read((db) => readDocuments(db, project, options)),
    documentNames: (project) =>
      read(async (db) => {
        const query = db.selectFrom('glossary_document').select(['id', 'name']).where('project_id', '=', project);
        const rows = await query.orderBy('position').execute();
        return rows.map(({ id, name }) => ({ id: documentId(id), name }));
      }),
    basis: (project) =>
      read(async (db) => {
        const row = await db
          .selectFrom('glossary')
          .innerJoin('project', 'project.id', 'glossary.project_id')
          .select('glossary.basis')
          .where('glossary.project_id', '=', project)
          .whereRef('project.last_change', '=', 'glossary.built_change')
          .executeTakeFirst();
        return row?.basis ?? undefined;
      }),
    replace: (project, glossary, { basis = null }: { readonly basis?: string | null } = {}) =>
      write(async (db) => {
        await lockProject(db, project);
        await db.deleteFrom('glossary').where('project_id', '=', project).execute();
        const built_at = new Date(clock.now()).toISOString();
        await swapDocuments(db, project, glossary.documents);
        await swapConcepts(db, project, glossary.concepts);
        await swapIssues(db, project, glossary.issues);
        const touched = [{ noun: 'entry' }, { noun: 'issue' }, { noun: 'term' }] as const;
        const built_change = await tellChange(db, project, { kind: 'glossary-built', touched, clock });
        const row = { project_id: project, title: glossary.title, built_at, basis, built_change };
        await db.insertInto('glossary').values(row).execute();
        changed(project);
      }),
  };
}

async function nameOf(db: Kysely<Tables>, project: ProjectId): Promise<string> {
  const query = db.selectFrom('project').select('name').where('id', '=', project);
  return (await query.executeTakeFirst())?.name ?? '';
}

async function readDocuments(
  db: Kysely<Tables>,
  project: ProjectId,
  { only }: { readonly only?: readonly DocumentId[] } = {},
): Promise<GlossaryDocument[]> {
  const query = db.selectFrom('glossary_document').selectAll().where('project_id', '=', project);
  const rows = [];
  if (only === undefined) rows.push(...(await query.execute()));
  else for (const batch of batches(only)) rows.push(...(await query.where('id', 'in', batch).execute()));
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map((row) => ({
      id: documentId(row.id),
      name: row.name,
      format: row.format,
      encoding: row.encoding as DocumentEncoding,
      language: row.language,
      contentHash: row.content_hash,
      lineStarts: JSON.parse(row.line_starts) as readonly number[],
    }));
}

async function swapDocuments(db: Kysely<Tables>, project: ProjectId, documents: Glossary['documents']): Promise<void> {
  await db.deleteFrom('glossary_document').where('project_id', '=', project).execute();
  const rows = documents.values().map(({ id, name, format, encoding, language, contentHash, lineStarts }, position) => {
    const line_starts = JSON.stringify(lineStarts);
    return {
      project_id: project,
      id,
      position,
      name,
      format,
      encoding,
      language,
      content_hash: contentHash,
      line_starts,
    };
  });
  for (const batch of batches(rows, (row) => row.line_starts.length)) {
    await db.insertInto('glossary_document').values(batch).execute();
  }
}

async function swapIssues(db: Kysely<Tables>, project: ProjectId, issues: Glossary['issues']): Promise<void> {
  await db.deleteFrom('issue').where('project_id', '=', project).execute();
  const rows = issues
    .values()
    .map(({ id, conceptId, kind, rule, message, quote, others, evidence, state }, position) => {
      const concept_id = conceptId;
      return {
        project_id: project,
        id,
        position,
        concept_id,
        kind,
        rule,
        message,
        quote,
        others: JSON.stringify(others),
        evidence: evidence === undefined ? null : JSON.stringify(evidence),
        state,
      };
    });
  for (const batch of batches(rows)) await db.insertInto('issue').values(batch).execute();
}
