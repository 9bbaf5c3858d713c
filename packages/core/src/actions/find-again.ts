import { type Concept, type ConceptId, conceptId, type ProjectId } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { placesAfter } from './find-as-built.ts';

const PAGE = 200;

/**
 * The entries that a change touched, as they are seen now, where a build came after it: what that build found holds for
 * the names as they were looked for then. Nothing where none came.
 */
export async function entriesBuiltSince(
  { changes, concepts }: Stores,
  project: ProjectId,
  seq: number,
): Promise<readonly Concept[]> {
  const [change] = await changes.page(project, { after: seq - 1, limit: 1 });
  const ids =
    change?.touched.flatMap(({ noun, ids: some = [] }) => (noun === 'entry' ? some.map(conceptId) : [])) ?? [];
  if (ids.length === 0 || !(await isBuiltSince(changes, project, seq))) return [];
  const found: Concept[] = [];
  for (const id of new Set<ConceptId>(ids)) {
    const concept = await concepts.read(project, id);
    if (concept !== undefined) found.push(concept);
  }
  return found;
}

/** Looks for the names of entries that are to be found in another way than they were (`before`). */
export async function findAgain(stores: Stores, project: ProjectId, before: readonly Concept[]): Promise<void> {
  if (before.length === 0) return;
  const edits = new Map((await stores.concepts.edits(project)).map((edit) => [edit.conceptId, edit]));
  for (const concept of before) {
    const now = await stores.concepts.read(project, concept.id);
    if (now === undefined) continue;
    const { designations } = now;
    const places = await placesAfter(stores, project, { concept, edit: edits.get(concept.id), designations });
    if (places !== undefined) await stores.concepts.edit(project, concept.id, { places });
  }
}

async function isBuiltSince(changes: Stores['changes'], project: ProjectId, seq: number): Promise<boolean> {
  for (let after = seq; ; ) {
    const page = await changes.page(project, { after, limit: PAGE });
    if (page.some(({ kind }) => kind === 'glossary-built')) return true;
    if (page.length < PAGE) return false;
    after = page.at(-1)?.seq ?? after;
  }
}
