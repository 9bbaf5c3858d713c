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
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';

/** Projects whose lists are kept in memory. */
const KEPT = 4;

/** Reads entries as people see them. A project's list is kept until the project changes: filters answer at once. */
export class EntryReader {
  readonly #storage: Storage;
  /** Least recently used first. */
  readonly #lists = new Map<ProjectId, { readonly change: number; readonly entries: readonly EntrySummary[] }>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** In the order of the glossary. @throws `storage/not-found` */
  async list(project: ProjectId): Promise<readonly EntrySummary[]> {
    await requireProject(this.#storage, project);
    // Asked before reading: what changes meanwhile makes the list newer than its number, never older.
    const change = (await this.#storage.changes.last(project)) ?? 0;
    const known = this.#lists.get(project);
    this.#lists.delete(project);
    if (known?.change === change) {
      this.#lists.set(project, known);
      return known.entries;
    }
    const open = countOpen(await this.#storage.issues.list(project));
    const concepts = await this.#storage.concepts.list(project);
    const entries = concepts.map((listed) => summaryOf(listed, { openIssues: open.get(listed.concept.id) ?? 0 }));
    this.#lists.set(project, { change, entries });
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > KEPT && oldest !== undefined) this.#lists.delete(oldest);
    return entries;
  }
}

/** One entry with everything that is known about it. @throws `storage/not-found` */
export async function readEntry(stores: Stores, project: ProjectId, id: ConceptId): Promise<EntryDetail> {
  const concept = await stores.concepts.read(project, id);
  if (concept === undefined) throw notFound('entry', id);
  const edits = await stores.concepts.edits(project);
  const issues = (await stores.issues.list(project)).filter((issue) => issue.conceptId === id);
  const edit = edits.find((one) => one.conceptId === id);
  const terms = await termsOf(stores, project, concept);
  const spread = new Map<DocumentId, number>();
  for (const { documentId } of concept.occurrences) spread.set(documentId, (spread.get(documentId) ?? 0) + 1);
  const names = new Map((await stores.glossary.documents(project)).map((document) => [document.id, document.name]));
  const { definition, designations, scoreParts } = concept;
  return {
    ...summaryOf(
      { concept, spread, members: [id], ...(edit === undefined ? {} : { edit }) },
      { openIssues: issues.filter(({ state }) => state === 'open').length },
    ),
    designations,
    ...(definition === undefined ? {} : { current: definition }),
    revisions: await stores.concepts.revisions(project, id),
    relations: concept.relations.map((relation) => ({ ...relation, term: terms.get(relation.target) ?? '' })),
    issues,
    merged: edits.flatMap((one) => (one.removed === 'merged' && one.mergedInto === id ? [one.conceptId] : [])),
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
