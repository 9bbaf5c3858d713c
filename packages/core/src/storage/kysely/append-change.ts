import type { Kysely } from 'kysely';
import type { Change, ChangedNoun, ChangeKind, ProjectId, Touched } from '../../domain/index.ts';
import type { Clock } from '../../runtime/clock.ts';
import { batches } from './batches.ts';
import type { RecordedTable, RowImage } from './recorded-rows.ts';
import { notFound } from './stores/require-project.ts';
import type { Tables } from './tables.ts';

/** So many ids are told one by one; more are "any of them". */
const TOLD_IDS = 500;

/** Puts changes of one project one after another: until the transaction ends nobody else changes it. */
export async function lockProject(
  db: Kysely<Tables>,
  project: ProjectId,
): Promise<{ readonly lastChange: number; readonly isTrashed: boolean }> {
  const row = await db
    .updateTable('project')
    .set((eb) => ({ last_change: eb.ref('last_change') }))
    .where('id', '=', project)
    .returning(['last_change', 'trashed_at'])
    .executeTakeFirst();
  if (row === undefined) throw notFound('project', project);
  return { lastChange: row.last_change, isTrashed: row.trashed_at !== null };
}

export interface NewChange {
  readonly kind: ChangeKind;
  readonly author: Change['author'];
  readonly touched: readonly Touched[];
  readonly images?: readonly RowImage[];
  readonly undo?: { readonly token: string; readonly until: number };
  readonly undoes?: number;
}

/** Numbers a change and writes it down; the project must be locked. */
export async function appendChange(
  db: Kysely<Tables>,
  project: ProjectId,
  { kind, author, touched, images, undo, undoes, at }: NewChange & { readonly at: number },
): Promise<Change> {
  const { last_change: seq } = await db
    .updateTable('project')
    .set((eb) => ({ last_change: eb('last_change', '+', 1) }))
    .where('id', '=', project)
    .returning('last_change')
    .executeTakeFirstOrThrow();
  const told = touched.map(({ noun, ids }) => (ids === undefined || ids.length > TOLD_IDS ? { noun } : { noun, ids }));
  await db
    .insertInto('change')
    .values({
      project_id: project,
      seq,
      at,
      author,
      kind,
      touched: JSON.stringify(told),
      images: images === undefined ? null : JSON.stringify(images),
      undo_token: undo?.token ?? null,
      undo_until: undo?.until ?? null,
      undoes: undoes ?? null,
      undone_by: null,
    })
    .execute();
  const items = touched.flatMap(({ noun, ids = [] }) => ids.map((id) => ({ project_id: project, noun, id, seq })));
  for (const batch of batches(items)) await db.insertInto('change_item').values(batch).execute();
  return { seq, at, author, kind, touched: told, ...(undoes === undefined ? {} : { undoes }) };
}

/** Writes down a change that is not one of a person's, and cannot be taken back; answers its number. */
export async function tellChange(
  db: Kysely<Tables>,
  project: ProjectId,
  change: Omit<NewChange, 'author'> & { readonly clock: Clock },
): Promise<number> {
  const { clock, ...told } = change;
  const { seq } = await appendChange(db, project, { ...told, author: 'run', at: clock.now() });
  return seq;
}

/** What the rows of a change belong to, as people see it. */
export function touchedBy(images: readonly RowImage[]): Touched[] {
  const ids = new Map<ChangedNoun, Set<string>>();
  for (const { table, key } of images) {
    const { noun, column } = SEEN[table];
    const known = ids.get(noun) ?? new Set();
    ids.set(noun, known.add(String(key[column])));
  }
  return [...ids].map(([noun, known]) => ({ noun, ids: [...known].toSorted() }));
}

const SEEN: Readonly<Record<RecordedTable, { readonly noun: ChangedNoun; readonly column: string }>> = {
  project: { noun: 'project', column: 'id' },
  document: { noun: 'document', column: 'id' },
  term_rule: { noun: 'term-list', column: 'list' },
  issue_decision: { noun: 'issue', column: 'issue_id' },
  entry_edit: { noun: 'entry', column: 'concept_id' },
  definition: { noun: 'entry', column: 'concept_id' },
  relation_decision: { noun: 'entry', column: 'concept_id' },
  category: { noun: 'category', column: 'id' },
  term_category: { noun: 'term-category', column: 'concept_id' },
  settled: { noun: 'settled', column: 'subject' },
  project_settings: { noun: 'settings', column: 'project_id' },
};
