import {
  type Concept,
  type ConceptId,
  type DocumentId,
  type EntryDetail,
  type EntrySummary,
  type Issue,
  type ProjectId,
} from '../domain/index.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import { summaryOf } from './entry-summary.ts';
import { KeptLists } from './kept-lists.ts';
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';

/** Reads entries as people see them, each project once for each of its changes. */
export class EntryReader {
  readonly #storage: Storage;
  readonly #lists: KeptLists<readonly EntrySummary[]>;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#lists = new KeptLists(storage);
  }

  /** In the order of the glossary. @throws `storage/not-found` */
  async list(project: ProjectId): Promise<readonly EntrySummary[]> {
    await requireProject(this.#storage, project);
    return this.#lists.get(project, () => readSummaries(this.#storage, project));
  }
}

async function readSummaries(stores: Stores, project: ProjectId): Promise<readonly EntrySummary[]> {
  const open = countOpen(await stores.issues.list(project));
  const categories = await stores.categories.list(project);
  const listed = await stores.concepts.list(project);
  return listed.map((one) => summaryOf(one, { openIssues: open.get(one.concept.id) ?? 0, categories }));
}

/** One entry with everything that is known about it. @throws `storage/not-found` */
export async function readEntry(stores: Stores, project: ProjectId, id: ConceptId): Promise<EntryDetail> {
  const concept = await stores.concepts.read(project, id);
  if (concept === undefined) throw notFound('entry', id);
  const edits = await stores.concepts.edits(project);
  const issues = (await stores.issues.list(project)).filter((issue) => issue.conceptId === id);
  const categories = await stores.categories.list(project);
  const edit = edits.find((one) => one.conceptId === id);
  const terms = await termsOf(stores, project, concept);
  const spread = new Map<DocumentId, number>();
  for (const { documentId } of concept.occurrences) spread.set(documentId, (spread.get(documentId) ?? 0) + 1);
  const names = new Map((await stores.glossary.documentNames(project)).map((document) => [document.id, document.name]));
  const { definition, designations, scoreParts } = concept;
  const merged = edits.flatMap((one) => (one.removed === 'merged' && one.mergedInto === id ? [one.conceptId] : []));
  return {
    ...summaryOf(
      {
        concept,
        occurrences: concept.occurrences.length,
        documents: spread.size,
        members: [id, ...merged],
        ...(edit === undefined ? {} : { edit }),
      },
      { openIssues: issues.filter(({ state }) => state === 'open').length, categories },
    ),
    designations,
    ...(definition === undefined ? {} : { current: definition }),
    revisions: await stores.concepts.revisions(project, id),
    relations: concept.relations.map((relation) => ({ ...relation, term: terms.get(relation.target) ?? '' })),
    issues,
    merged,
    scoreParts,
    spread: [...spread].map(([documentId, count]) => ({ documentId, name: names.get(documentId) ?? '', count })),
  };
}

async function termsOf({ concepts }: Stores, project: ProjectId, { relations }: Concept) {
  const targets = await concepts.readMany(project, [...new Set(relations.map(({ target }) => target))]);
  return new Map(targets.map(({ id, designations }) => [id, designations[0]?.text ?? '']));
}

function countOpen(issues: readonly Issue[]): Map<ConceptId, number> {
  const counts = new Map<ConceptId, number>();
  for (const { conceptId, state } of issues) {
    if (state === 'open') counts.set(conceptId, (counts.get(conceptId) ?? 0) + 1);
  }
  return counts;
}
