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
import { applyEdits, type EditedConcepts } from '../../apply-edits.ts';
import type { EntryEdit, RelationDecision } from '../../entry-edits.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';
import { readCategoryNames } from './category-store.ts';
import { byConceptPosition } from './swap-concepts.ts';
import { readDecisions, readEdits, readGlossaryDocuments, withMerged } from './entry-edit-row.ts';

/** Tables whose rows belong to a concept. */
type OwnedTable = 'designation' | 'definition' | 'relation' | 'occurrence';

export interface ReadConcepts extends EditedConcepts {
  readonly edits: readonly EntryEdit[];
  readonly decisions: readonly RelationDecision[];
}

/**
 * The entries of a project in their order (or only some of them), put together from their tables: what the build wrote,
 * and what people did laid over it. Nothing names a document or a concept that the glossary does not have.
 */
export async function readConcepts(
  db: Kysely<Tables>,
  project: ProjectId,
  options: {
    readonly only?: readonly ConceptId[];
    readonly withoutOccurrences?: boolean;
    /** Only names, and where they stand in one document. */
    readonly placesIn?: DocumentId;
  } = {},
): Promise<ReadConcepts> {
  const { only, withoutOccurrences = false, placesIn } = options;
  const documents = await readGlossaryDocuments(db, project);
  const edits = await readEdits(db, project);
  const decisions = await readDecisions(db, project);
  const builtIds = await readBuiltIds(db, project, { edits, decisions });
  const addedIds = new Set<string>(edits.flatMap((edit) => (edit.language === undefined ? [] : [edit.conceptId])));
  const ids = only === undefined ? undefined : [...withMerged(only, edits)];
  const isKnown = ({ documentId: id }: { readonly documentId: DocumentId }) => documents.has(id);

  const owned = async <Table extends OwnedTable>(table: Table) =>
    byConcept<Tables[Table]>((await readOwned(db, table, { project, ids })) as Tables[Table][]);
  const designationsOf = await owned('designation');
  const isWhole = placesIn === undefined;
  const definitionsOf = isWhole ? await owned('definition') : new Map<string, Tables['definition'][]>();
  const relationsOf = isWhole ? await owned('relation') : new Map<string, Tables['relation'][]>();
  const occurrencesOf = !isWhole
    ? byConcept(await readPlaces(db, project, placesIn))
    : withoutOccurrences
      ? new Map<string, Tables['occurrence'][]>()
      : await owned('occurrence');
  const definitionOf = (id: string) => {
    const rows = (definitionsOf.get(id) ?? []).toSorted((a, b) => a.revision - b.revision);
    const definition = currentDefinition(rows.map(toDefinition));
    return definition === undefined ? undefined : withEvidence(definition, isKnown);
  };

  const built = (await readRows(db, project, ids))
    .filter(({ id }) => builtIds.has(id))
    .map((row): Concept => {
      const definition = definitionOf(row.id);
      return {
        id: conceptId(row.id),
        language: row.language,
        designations: (designationsOf.get(row.id) ?? []).toSorted((a, b) => a.position - b.position).map(toDesignation),
        ...(definition === undefined ? {} : { definition }),
        relations: (relationsOf.get(row.id) ?? [])
          .filter(({ target }) => builtIds.has(target) || addedIds.has(target))
          .toSorted(byPositionThenName)
          .map((relation) => toRelation(relation, isKnown)),
        occurrences: (occurrencesOf.get(row.id) ?? [])
          .toSorted((a, b) => positionIn(documents, a.document_id) - positionIn(documents, b.document_id))
          .flatMap(toOccurrences),
        reason: row.reason as Concept['reason'],
        score: row.score,
        scoreParts: JSON.parse(row.score_parts) as Concept['scoreParts'],
      };
    });
  const definitions = new Map(
    [...addedIds].flatMap((id) => {
      const definition = definitionOf(id);
      return definition === undefined ? [] : [[conceptId(id), definition] as const];
    }),
  );
  const wanted = only === undefined ? undefined : new Set<ConceptId>(only);
  const categories = await readCategoryNames(db, project);
  const edited = applyEdits(built, { edits, decisions, definitions, categories, documents, builtIds });
  const concepts = wanted === undefined ? edited.concepts : edited.concepts.filter(({ id }) => wanted.has(id));
  return { concepts, membersOf: edited.membersOf, edits, decisions };
}

async function readRows(db: Kysely<Tables>, project: ProjectId, ids: readonly ConceptId[] | undefined) {
  const query = db.selectFrom('concept').selectAll().where('project_id', '=', project);
  if (ids === undefined) return (await query.execute()).toSorted(byConceptPosition);
  const rows = [];
  for (const batch of batches(ids)) rows.push(...(await query.where('id', 'in', batch).execute()));
  return rows.toSorted(byConceptPosition);
}

/** The rows of a table that belong to a project, or to some of its concepts. */
async function readOwned(
  db: Kysely<Tables>,
  table: OwnedTable,
  { project, ids }: { readonly project: ProjectId; readonly ids: readonly ConceptId[] | undefined },
): Promise<unknown[]> {
  // The tables share the two columns that are asked for.
  const query = db
    .selectFrom(table as 'designation')
    .selectAll()
    .where('project_id', '=', project);
  if (ids === undefined) return query.execute();
  const rows: unknown[] = [];
  for (const batch of batches(ids)) rows.push(...(await query.where('concept_id', 'in', batch).execute()));
  return rows;
}

async function readPlaces(db: Kysely<Tables>, project: ProjectId, document: DocumentId) {
  const query = db.selectFrom('occurrence').selectAll().where('project_id', '=', project);
  return query.where('document_id', '=', document).execute();
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

function positionIn(documents: ReadonlyMap<DocumentId, { readonly position: number }>, id: string): number {
  return documents.get(documentId(id))?.position ?? 0;
}

/** What the last build found; what it did not find is there for the sake of people's work: taken back, it is gone. */
async function readBuiltIds(
  db: Kysely<Tables>,
  project: ProjectId,
  { edits, decisions }: { readonly edits: readonly EntryEdit[]; readonly decisions: readonly RelationDecision[] },
): Promise<Set<string>> {
  const rows = await db.selectFrom('concept').select(['id', 'position']).where('project_id', '=', project).execute();
  const written = await db
    .selectFrom('definition')
    .select('concept_id')
    .where('project_id', '=', project)
    .where('author', '=', 'person')
    .execute();
  const worked = new Set<string>([
    ...edits.map((edit) => edit.conceptId),
    ...decisions.filter(({ state }) => state === 'accepted').map((decision) => decision.conceptId),
    ...written.map(({ concept_id }) => concept_id),
  ]);
  return new Set(rows.filter(({ id, position }) => position >= 0 || worked.has(id)).map(({ id }) => id));
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
