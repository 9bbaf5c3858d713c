import type { ConceptId, Imported, ProjectId } from '../domain/index.ts';
import type { IdSource } from '../runtime/id-source.ts';
import type { Stores } from '../storage/storage.ts';
import { conceptIdOfName } from '../text/concept-id.ts';
import { ensureCategories } from './category-actions.ts';
import { checkDefinition } from './check-definition.ts';
import type { ChosenRow } from './chosen-rows.ts';
import { mergedDraft, newDraft } from './draft-import.ts';
import { ImportedPassages } from './imported-passages.ts';
import type { ImportedPlaces } from './imported-places.ts';
import { checkDraft, type EntryIndex, presentOf } from './plan-import.ts';
import { explains, settleUnexplained } from './write-definition.ts';

/** Writes the rows of an import, in one transaction with what they were compared with (`index`). */
export async function writeImport(
  stores: Stores,
  project: ProjectId,
  {
    chosen,
    index,
    places,
    fileName,
    ids,
  }: {
    readonly chosen: readonly ChosenRow[];
    readonly index: EntryIndex;
    readonly places: ImportedPlaces;
    readonly fileName: string;
    readonly ids: IdSource;
  },
): Promise<Pick<Imported, 'created' | 'updated'>> {
  const passages = new ImportedPassages(stores, project);
  const created: ConceptId[] = [];
  const updated: ConceptId[] = [];
  const categorised: Categorised[] = [];
  const explained: ConceptId[] = [];
  for (const { row, choice } of chosen) {
    const found = row.entry === undefined ? undefined : index.get(row.entry);
    const language = found?.concept.language ?? row.language;
    const draft = checkDraft(
      found === undefined ? newDraft(row.imported) : mergedDraft(row.imported, presentOf(found), choice),
      language,
    );
    const entry = found?.concept.id ?? conceptIdOfName(row.term, language);
    (found === undefined ? created : updated).push(entry);
    if (draft.category !== undefined) categorised.push({ entry, category: draft.category });
    const isNamed = JSON.stringify(draft.designations) !== JSON.stringify(found?.concept.designations);
    const patch = {
      ...(isNamed ? { designations: draft.designations, places: places(draft, found) } : {}),
      ...(draft.note === undefined ? {} : { note: draft.note === '' ? null : draft.note }),
      // One of that name was deleted or merged: it is there again, as the file has it.
      ...(found === undefined ? { language, removed: null, removedAt: null, mergedInto: null } : {}),
    };
    if (Object.keys(patch).length > 0) await stores.concepts.edit(project, entry, patch);
    if (draft.statements !== undefined) {
      const concept = { ...found?.concept, language, designations: draft.designations };
      const statements = await passages.found(draft.statements);
      const reason = `Imported from ${fileName}.`;
      const { texts } = passages;
      const edit = await checkDefinition(stores, { project, concept, texts }, { statements, reason });
      await stores.concepts.editDefinition(project, entry, edit);
      if (explains(edit)) explained.push(entry);
    }
  }
  await categorise(stores, project, { categorised, ids });
  // Now every entry is there that a relation leads to, but for those that somebody chose to leave out.
  const made = new Set(created);
  const isThere = (one: ConceptId) => index.get(one) !== undefined || made.has(one);
  for (const { row } of chosen) {
    const entry = row.entry ?? conceptIdOfName(row.term, row.language);
    for (const { kind, target } of row.relations ?? []) {
      if (isThere(target)) await stores.concepts.acceptRelation(project, entry, { kind, target });
    }
  }
  await settleUnexplained(stores, project, explained);
  const terms = chosen.flatMap(({ row }) => (row.outcome === 'create' ? [{ pattern: row.term }] : []));
  await stores.termLists.add(project, 'required', terms);
  return { created, updated };
}

interface Categorised {
  readonly entry: ConceptId;
  readonly category: string;
}

async function categorise(
  stores: Stores,
  project: ProjectId,
  { categorised, ids }: { readonly categorised: readonly Categorised[]; readonly ids: IdSource },
): Promise<void> {
  const names = categorised.map(({ category }) => category);
  const categories = await ensureCategories(stores, project, { names, ids });
  const filed = categorised.map(({ entry }, place) => ({ entry, category: categories[place] }));
  for (const [category, inIt] of Map.groupBy(filed, (one) => one.category)) {
    const entries = inIt.map(({ entry }) => entry);
    await stores.categories.assign(project, entries, category);
  }
}
