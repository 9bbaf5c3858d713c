import { type Kysely, sql } from 'kysely';
import {
  type ConceptId,
  type Definition,
  type DocumentId,
  documentId,
  type Occurrence,
  type ProjectId,
} from '../../../domain/index.ts';
import type { ConceptStore, ListedConcept } from '../../glossary-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';
import { writeRows } from '../recorded-rows.ts';
import type { Tables } from '../tables.ts';
import { definitionRow } from './definition-row.ts';
import { editRow, readEdits } from './entry-edit-row.ts';
import { type ReadConcepts, readConcepts, toDefinition } from './read-concepts.ts';
import { notFound } from './require-project.ts';

export function conceptStore({ read, write, recorder }: Access): ConceptStore {
  const decide: ConceptStore['decideRelation'] = (project, id, { kind, target, state }) =>
    write(async (db) => {
      const concept = await requireOne(db, project, id);
      const key = { project_id: project, concept_id: id, kind, target };
      const found = concept.relations.find((one) => one.kind === kind && one.target === target);
      // A relation that nobody proposed can be stated, to an entry that is there.
      if (found === undefined && state === 'accepted') await requireOne(db, project, target);
      const row = state === 'open' ? undefined : { state, evidence: JSON.stringify(found?.evidence ?? []) };
      await writeRows({ db, recorder }, 'relation_decision', [{ key, row }]);
    });

  return {
    read: (project, id) => read((db) => readOne(db, project, id)),
    readMany: (project, ids) => read(async (db) => (await readConcepts(db, project, { only: ids })).concepts),
    list: (project) => read((db) => listConcepts(db, project)),
    spread: (project) => read((db) => readSpread(db, project)),
    places: (project, document) =>
      read(async (db) => {
        const { concepts } = await readConcepts(db, project, { placesIn: document });
        // Names that people gave have their places in every document.
        const isHere = ({ documentId: id }: Occurrence) => id === document;
        return concepts.flatMap(({ id, occurrences }) =>
          occurrences.filter(isHere).map(({ range }) => ({ entry: id, range })),
        );
      }),
    deleted: (project) =>
      read(async (db) => {
        const deleted = (await readEdits(db, project)).filter(({ removed }) => removed === 'deleted');
        const named = new Map<string, string>();
        for (const batch of batches(deleted.map((edit) => edit.conceptId))) {
          const query = db.selectFrom('designation').select(['concept_id', 'text']).where('project_id', '=', project);
          const rows = await query.where('position', '=', 0).where('concept_id', 'in', batch).execute();
          for (const { concept_id, text } of rows) named.set(concept_id, text);
        }
        return deleted
          .map(({ conceptId: id, designations, removedAt = '' }) => {
            return { id, term: designations?.[0]?.text ?? named.get(id) ?? '', removedAt };
          })
          .toSorted((a, b) => Number(a.removedAt < b.removedAt) - Number(a.removedAt > b.removedAt));
      }),
    edits: (project) => read((db) => readEdits(db, project)),
    edit: (project, id, patch) =>
      write(async (db) => {
        const key = { project_id: project, concept_id: id };
        await writeRows({ db, recorder }, 'entry_edit', [{ key, row: editRow(patch) }]);
      }),
    revisions: (project, id) =>
      read(async (db) => {
        const query = db.selectFrom('definition').selectAll().where('project_id', '=', project);
        const rows = await query.where('concept_id', '=', id).execute();
        return rows.map(toDefinition).toSorted(byRevision);
      }),
    editDefinition: (project, id, { statements, confidence, reason }) =>
      write(async (db) => {
        await requireOne(db, project, id);
        const query = db.selectFrom('definition').select(({ fn }) => fn.max('revision').as('last'));
        const { last } = await query
          .where('project_id', '=', project)
          .where('concept_id', '=', id)
          .executeTakeFirstOrThrow();
        const definition: Definition = {
          state: 'edited',
          author: 'person',
          statements,
          confidence,
          revision: (last ?? 0) + 1,
          ...(reason === undefined ? {} : { reason }),
        };
        const { project_id, concept_id, author, revision, ...row } = definitionRow(project, id, definition);
        const key = { project_id, concept_id, author, revision };
        await writeRows({ db, recorder }, 'definition', [{ key, row }]);
        const edited = { key: { project_id, concept_id }, row: editRow({ revision }) };
        await writeRows({ db, recorder }, 'entry_edit', [edited]);
        return definition;
      }),
    acceptRelation: (project, id, relation) => decide(project, id, { ...relation, state: 'accepted' }),
    decideRelation: decide,
  };
}

async function readOne(db: Kysely<Tables>, project: ProjectId, id: ConceptId) {
  const { concepts } = await readConcepts(db, project, { only: [id] });
  return concepts[0];
}

async function requireOne(db: Kysely<Tables>, project: ProjectId, id: ConceptId) {
  const concept = await readOne(db, project, id);
  if (concept === undefined) throw notFound('entry', id);
  return concept;
}

/** Every visible entry without where it stands, but with how often. */
async function listConcepts(db: Kysely<Tables>, project: ProjectId): Promise<ListedConcept[]> {
  const read = await readConcepts(db, project, { withoutOccurrences: true });
  const counted = await db
    .selectFrom('occurrence')
    .select([
      'concept_id',
      // A sum of integers is a decimal number to PostgreSQL.
      sql<number>`cast(sum(count) as bigint)`.as('occurrences'),
      sql<number>`cast(count(*) as bigint)`.as('documents'),
    ])
    .where('project_id', '=', project)
    .where('count', '>', 0)
    .groupBy('concept_id')
    .execute();
  const countOf = new Map<string, (typeof counted)[number]>(counted.map((row) => [row.concept_id, row]));
  const mixed = await readMixed(db, project, read);
  const editOf = new Map(read.edits.map((edit) => [edit.conceptId, edit]));
  const rejected = read.decisions.filter(({ state }) => state === 'rejected');
  const rejectedOf = Map.groupBy(rejected, (decision) => decision.conceptId);
  return read.concepts.map((concept): ListedConcept => {
    const { id } = concept;
    const spread = mixed.get(id);
    const count = countOf.get(id);
    const edit = editOf.get(id);
    return {
      concept: { ...concept, occurrences: [] },
      occurrences: spread === undefined ? (count?.occurrences ?? 0) : total(spread),
      documents: spread === undefined ? (count?.documents ?? 0) : spread.size,
      members: read.membersOf.get(id) ?? [id],
      ...(edit === undefined ? {} : { edit }),
      ...(rejectedOf.has(id) ? { rejected: rejectedOf.get(id) ?? [] } : {}),
    };
  });
}

async function readSpread(db: Kysely<Tables>, project: ProjectId): Promise<Map<ConceptId, Map<DocumentId, number>>> {
  const read = await readConcepts(db, project, { withoutOccurrences: true });
  const rows = await db
    .selectFrom('occurrence')
    .select(['concept_id', 'document_id', 'count'])
    .where('project_id', '=', project)
    .where('count', '>', 0)
    .execute();
  const counted = Map.groupBy(rows, (row) => row.concept_id);
  const mixed = await readMixed(db, project, read);
  return new Map(
    read.concepts.map(({ id }) => {
      const own = (counted.get(id) ?? []).map((row) => [documentId(row.document_id), row.count] as const);
      return [id, mixed.get(id) ?? new Map(own)];
    }),
  );
}

/** What was merged, or has names that people gave, may overlap: there each occurrence is looked at. */
async function readMixed(
  db: Kysely<Tables>,
  project: ProjectId,
  { concepts, membersOf, edits }: ReadConcepts,
): Promise<Map<ConceptId, Map<DocumentId, number>>> {
  const named = new Set(edits.flatMap(({ conceptId, places }) => (places === undefined ? [] : [conceptId])));
  const mixed = concepts.map(({ id }) => id).filter((id) => (membersOf.get(id)?.length ?? 1) > 1 || named.has(id));
  if (mixed.length === 0) return new Map();
  const whole = await readConcepts(db, project, { only: mixed });
  return new Map(
    whole.concepts.map(({ id, occurrences }) => {
      const spread = new Map<DocumentId, number>();
      for (const { documentId: at } of occurrences) spread.set(at, (spread.get(at) ?? 0) + 1);
      return [id, spread];
    }),
  );
}

function total(spread: ReadonlyMap<DocumentId, number>): number {
  return [...spread.values()].reduce((sum, count) => sum + count, 0);
}

function byRevision(a: Definition, b: Definition): number {
  return a.revision - b.revision || Number(a.author === 'person') - Number(b.author === 'person');
}
