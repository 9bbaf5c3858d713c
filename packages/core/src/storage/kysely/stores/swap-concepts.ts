import type { Insertable, Kysely } from 'kysely';
import type { Concept, ProjectId } from '../../../domain/index.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';
import { definitionRow } from './definition-row.ts';

/**
 * Makes these the project's concepts. Rows that people made are never written here; a concept that they worked on and
 * that is not among the new ones goes to the end, without its occurrences.
 */
export async function swapConcepts(
  db: Kysely<Tables>,
  project: ProjectId,
  concepts: readonly Concept[],
): Promise<void> {
  const kept = await keptConcepts(db, project, new Set(concepts.map(({ id }) => id)));
  await removeBuilt(db, project, kept);
  for (const [index, id] of kept.entries()) {
    const move = db.updateTable('concept').set({ position: keptPosition(index) });
    await move.where('project_id', '=', project).where('id', '=', id).execute();
  }
  for (const batch of batches(concepts.map((concept, position) => conceptRow(project, concept, position)))) {
    await db.insertInto('concept').values(batch).execute();
  }
  for (const batch of batches(flat(concepts, (concept) => designationRows(project, concept)))) {
    await db.insertInto('designation').values(batch).execute();
  }
  for (const batch of batches(
    flat(concepts, (concept) => definitionRows(project, concept)),
    statementLength,
  )) {
    const insert = db.insertInto('definition').values(batch);
    await insert
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'concept_id', 'author', 'revision']).doUpdateSet((row) => ({
          state: row.ref('excluded.state'),
          confidence: row.ref('excluded.confidence'),
          reason: row.ref('excluded.reason'),
          statements: row.ref('excluded.statements'),
        })),
      )
      .execute();
  }
  for (const batch of batches(flat(concepts, (concept) => relationRows(project, concept)))) {
    await db.insertInto('relation').values(batch).execute();
  }
  for (const batch of batches(
    flat(concepts, (concept) => occurrenceRows(project, concept)),
    rangesLength,
  )) {
    await db.insertInto('occurrence').values(batch).execute();
  }
}

/** The place of a concept that only people's work keeps: below zero, the first nearest to it. */
function keptPosition(index: number): number {
  return -1 - index;
}

/** Ids, in their order, of the concepts that people worked on and that are not among the new ones. */
async function keptConcepts(db: Kysely<Tables>, project: ProjectId, given: ReadonlySet<string>): Promise<string[]> {
  const edited = db.selectFrom('definition').select('concept_id').where('project_id', '=', project);
  const decided = db.selectFrom('relation_decision').select('concept_id').where('project_id', '=', project);
  const worked = db.selectFrom('entry_edit').select('concept_id').where('project_id', '=', project);
  const rows = await db
    .selectFrom('concept')
    .select(['id', 'position'])
    .where('project_id', '=', project)
    .where((eb) =>
      eb.or([
        eb('id', 'in', edited.where('author', '=', 'person')),
        eb('id', 'in', decided.where('state', '=', 'accepted')),
        eb('id', 'in', worked),
      ]),
    )
    .execute();
  return rows
    .toSorted(byConceptPosition)
    .map(({ id }) => id)
    .filter((id) => !given.has(id));
}

/** What the last build found in its order, then what people's work kept. */
export function byConceptPosition(a: { readonly position: number }, b: { readonly position: number }): number {
  return placeOf(a) - placeOf(b);
}

function placeOf({ position }: { readonly position: number }): number {
  return position < 0 ? Number.MAX_SAFE_INTEGER / 2 - position : position;
}

async function removeBuilt(db: Kysely<Tables>, project: ProjectId, kept: readonly string[]): Promise<void> {
  await db.deleteFrom('occurrence').where('project_id', '=', project).execute();
  await db.deleteFrom('relation').where('project_id', '=', project).execute();
  await db.deleteFrom('definition').where('project_id', '=', project).where('author', '!=', 'person').execute();
  // A negative position marks what stays, so that no statement carries a long list.
  await db.updateTable('concept').set({ position: 0 }).where('project_id', '=', project).execute();
  for (const batch of batches(kept)) {
    const mark = db.updateTable('concept').set({ position: -1 }).where('project_id', '=', project);
    await mark.where('id', 'in', batch).execute();
  }
  await db.deleteFrom('concept').where('project_id', '=', project).where('position', '>=', 0).execute();
}

function* flat<Row>(concepts: readonly Concept[], rowsOf: (concept: Concept) => Iterable<Row>): Generator<Row> {
  for (const concept of concepts) yield* rowsOf(concept);
}

function conceptRow(
  project: ProjectId,
  { id, language, reason, score, scoreParts }: Concept,
  position: number,
): Insertable<Tables['concept']> {
  return { project_id: project, id, position, language, reason, score, score_parts: JSON.stringify(scoreParts) };
}

function designationRows(project: ProjectId, { id, designations }: Concept): Insertable<Tables['designation']>[] {
  return designations.map(({ text, kind, status, form, reading = null }, position) => {
    return { project_id: project, concept_id: id, position, text, kind, status, form, reading };
  });
}

function definitionRows(project: ProjectId, { id, definition }: Concept): Insertable<Tables['definition']>[] {
  return definition === undefined ? [] : [definitionRow(project, id, definition)];
}

function relationRows(project: ProjectId, { id, relations }: Concept): Insertable<Tables['relation']>[] {
  return relations.map(({ kind, target, state, evidence }, position) => {
    return { project_id: project, concept_id: id, kind, target, position, state, evidence: JSON.stringify(evidence) };
  });
}

function occurrenceRows(project: ProjectId, { id, occurrences }: Concept): Insertable<Tables['occurrence']>[] {
  const rangesOf = new Map<string, number[]>();
  for (const { documentId, range, designation } of occurrences) {
    const ranges = rangesOf.get(documentId) ?? [];
    if (ranges.length === 0) rangesOf.set(documentId, ranges);
    ranges.push(range.start, range.end, designation);
  }
  return [...rangesOf].map(([document_id, ranges]) => {
    return {
      project_id: project,
      concept_id: id,
      document_id,
      ranges: JSON.stringify(ranges),
      count: ranges.length / 3,
    };
  });
}

function statementLength({ statements }: Insertable<Tables['definition']>): number {
  return statements.length;
}

function rangesLength({ ranges }: Insertable<Tables['occurrence']>): number {
  return ranges.length;
}
