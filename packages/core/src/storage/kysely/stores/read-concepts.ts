import type { Kysely } from 'kysely';
import {
  type Concept,
  type ConceptId,
  conceptId,
  type Definition,
  type Designation,
  type DocumentId,
  documentId,
  type Evidence,
  type Occurrence,
  type ProjectId,
  type Relation,
} from '../../../domain/index.ts';
import type { Tables } from '../tables.ts';

/**
 * The concepts of a project in their order (or only one of them), put together from their tables. People's definitions
 * stand before the build's; nothing names a document or a concept that the glossary does not have.
 */
export async function readConcepts(
  db: Kysely<Tables>,
  project: ProjectId,
  options: { readonly only?: ConceptId } = {},
): Promise<Concept[]> {
  const { only } = options;
  const documents = await readDocumentOrder(db, project);
  const conceptIds = await readConceptIds(db, project);
  const isKnown = ({ documentId: id }: { readonly documentId: DocumentId }) => documents.has(id);

  let concepts = db.selectFrom('concept').selectAll().where('project_id', '=', project).orderBy('position');
  let designations = db.selectFrom('designation').selectAll().where('project_id', '=', project).orderBy('position');
  let definitions = db.selectFrom('definition').selectAll().where('project_id', '=', project).orderBy('revision');
  let relations = db.selectFrom('relation').selectAll().where('project_id', '=', project).orderBy('position');
  let occurrences = db.selectFrom('occurrence').selectAll().where('project_id', '=', project);
  if (only !== undefined) {
    concepts = concepts.where('id', '=', only);
    designations = designations.where('concept_id', '=', only);
    definitions = definitions.where('concept_id', '=', only);
    relations = relations.where('concept_id', '=', only);
    occurrences = occurrences.where('concept_id', '=', only);
  }
  const designationsOf = byConcept(await designations.execute());
  const definitionsOf = byConcept(await definitions.execute());
  const relationsOf = byConcept(await relations.execute());
  const occurrencesOf = byConcept(await occurrences.execute());

  return (await concepts.execute()).map((row) => {
    const definition = currentDefinition((definitionsOf.get(row.id) ?? []).map(toDefinition));
    return {
      id: conceptId(row.id),
      language: row.language,
      designations: (designationsOf.get(row.id) ?? []).map(toDesignation),
      ...(definition === undefined ? {} : { definition: withEvidence(definition, isKnown) }),
      relations: (relationsOf.get(row.id) ?? [])
        .filter(({ target }) => conceptIds.has(target))
        .toSorted(byPositionThenName)
        .map((relation) => toRelation(relation, isKnown)),
      occurrences: (occurrencesOf.get(row.id) ?? [])
        .toSorted((a, b) => (documents.get(a.document_id) ?? 0) - (documents.get(b.document_id) ?? 0))
        .flatMap(toOccurrences),
      reason: row.reason as Concept['reason'],
      score: row.score,
      scoreParts: JSON.parse(row.score_parts) as Concept['scoreParts'],
    };
  });
}

function byConcept<Row extends { readonly concept_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.concept_id);
}

/** Of a person where there is one, else the latest. Takes revisions in ascending order. */
export function currentDefinition(revisions: readonly Definition[]): Definition | undefined {
  return revisions.findLast(({ author }) => author === 'person') ?? revisions.at(-1);
}

export function toDefinition(row: Omit<Tables['definition'], 'project_id' | 'concept_id'>): Definition {
  return {
    state: row.state as Definition['state'],
    author: row.author as Definition['author'],
    statements: JSON.parse(row.statements) as Definition['statements'],
    confidence: row.confidence,
    revision: row.revision,
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}

async function readDocumentOrder(db: Kysely<Tables>, project: ProjectId): Promise<Map<string, number>> {
  const query = db.selectFrom('glossary_document').select(['id', 'position']).where('project_id', '=', project);
  return new Map((await query.execute()).map(({ id, position }) => [id, position]));
}

async function readConceptIds(db: Kysely<Tables>, project: ProjectId): Promise<Set<string>> {
  const rows = await db.selectFrom('concept').select('id').where('project_id', '=', project).execute();
  return new Set(rows.map(({ id }) => id));
}

function toDesignation(row: Tables['designation']): Designation {
  return {
    text: row.text,
    kind: row.kind as Designation['kind'],
    status: row.status as Designation['status'],
    form: row.form as Designation['form'],
    ...(row.reading === null ? {} : { reading: row.reading }),
  };
}

function toRelation(row: Tables['relation'], isKnown: (evidence: Evidence) => boolean): Relation {
  return {
    kind: row.kind as Relation['kind'],
    target: conceptId(row.target),
    state: row.state as Relation['state'],
    evidence: (JSON.parse(row.evidence) as readonly Evidence[]).filter(isKnown),
  };
}

function toOccurrences(row: Tables['occurrence']): Occurrence[] {
  const numbers = JSON.parse(row.ranges) as readonly number[];
  return Array.from({ length: numbers.length / 3 }, (_, index) => {
    const [start = 0, end = 0, designation = 0] = numbers.slice(3 * index, 3 * index + 3);
    return { documentId: documentId(row.document_id), range: { start, end }, designation };
  });
}

function withEvidence(definition: Definition, isKnown: (evidence: Evidence) => boolean): Definition {
  const statements = definition.statements.map((statement) => {
    return { ...statement, evidence: statement.evidence.filter(isKnown) };
  });
  return { ...definition, statements };
}

function byPositionThenName(a: Tables['relation'], b: Tables['relation']): number {
  return a.position - b.position || (a.kind + a.target < b.kind + b.target ? -1 : 1);
}
