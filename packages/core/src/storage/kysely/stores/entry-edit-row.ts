import type { Kysely } from 'kysely';
import {
  conceptId,
  type ConceptId,
  type DocumentId,
  documentId,
  type ProjectId,
  type RelationKind,
} from '../../../domain/index.ts';
import type { EntryEdit, RelationDecision } from '../../entry-edits.ts';
import type { EntryPatch } from '../../glossary-stores.ts';
import type { Tables } from '../tables.ts';

export async function readEdits(db: Kysely<Tables>, project: ProjectId): Promise<EntryEdit[]> {
  const rows = await db.selectFrom('entry_edit').selectAll().where('project_id', '=', project).execute();
  return rows.map(toEdit).toSorted((a, b) => (a.conceptId < b.conceptId ? -1 : 1));
}

export async function readDecisions(db: Kysely<Tables>, project: ProjectId): Promise<RelationDecision[]> {
  const rows = await db.selectFrom('relation_decision').selectAll().where('project_id', '=', project).execute();
  return rows
    .map((row) => ({
      conceptId: conceptId(row.concept_id),
      kind: row.kind as RelationKind,
      target: conceptId(row.target),
      state: row.state as RelationDecision['state'],
      evidence: JSON.parse(row.evidence) as RelationDecision['evidence'],
    }))
    .toSorted((a, b) => (a.kind + a.target < b.kind + b.target ? -1 : 1));
}

/** The documents of the glossary, by id. */
export async function readGlossaryDocuments(
  db: Kysely<Tables>,
  project: ProjectId,
): Promise<Map<DocumentId, { readonly position: number; readonly contentHash: string; readonly name: string }>> {
  const rows = await db
    .selectFrom('glossary_document')
    .select(['id', 'position', 'content_hash', 'name'])
    .where('project_id', '=', project)
    .execute();
  return new Map(
    rows.map(({ id, position, content_hash, name }) => [documentId(id), { position, contentHash: content_hash, name }]),
  );
}

export function editRow(patch: EntryPatch): Readonly<Record<string, string | number | null>> {
  const { language, designations, places, note, locked, removed, removedAt, mergedInto, revision } = patch;
  return {
    ...(language === undefined ? {} : { language }),
    ...(designations === undefined ? {} : { designations: json(designations) }),
    ...(places === undefined ? {} : { occurrences: json(places) }),
    ...(note === undefined ? {} : { note }),
    ...(locked === undefined ? {} : { locked: json(locked) }),
    ...(removed === undefined ? {} : { removed }),
    ...(removedAt === undefined ? {} : { removed_at: removedAt }),
    ...(mergedInto === undefined ? {} : { merged_into: mergedInto }),
    ...(revision === undefined ? {} : { revision }),
  };
}

function toEdit(row: Tables['entry_edit']): EntryEdit {
  return {
    conceptId: conceptId(row.concept_id),
    ...(row.language === null ? {} : { language: row.language }),
    ...parsed('designations', row.designations),
    ...parsed('places', row.occurrences),
    ...(row.note === null ? {} : { note: row.note }),
    ...parsed('locked', row.locked),
    ...(row.removed === null ? {} : { removed: row.removed as 'deleted' | 'merged' }),
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
    ...(row.merged_into === null ? {} : { mergedInto: conceptId(row.merged_into) }),
    ...(row.revision === null ? {} : { revision: row.revision }),
  };
}

/** Reads what `editRow` wrote. */
function parsed(name: 'designations' | 'places' | 'locked', value: string | null): Partial<EntryEdit> {
  return value === null ? {} : { [name]: JSON.parse(value) };
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** An entry and everything that was merged into it, also by way of others. */
export function withMerged(ids: readonly ConceptId[], edits: readonly EntryEdit[]): Set<ConceptId> {
  const sources = Map.groupBy(
    edits.filter(({ removed }) => removed === 'merged'),
    ({ mergedInto }) => mergedInto,
  );
  const found = new Set(ids);
  for (const id of found) for (const { conceptId: source } of sources.get(id) ?? []) found.add(source);
  return found;
}
