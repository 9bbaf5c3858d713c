import type { Concept, ConceptId, ProjectId } from '../domain/index.ts';
import type { NamedPlaces } from '../storage/entry-edits.ts';
import type { ListedConcept } from '../storage/glossary-stores.ts';
import type { Stores } from '../storage/storage.ts';
import type { ChosenRow } from './chosen-rows.ts';
import { type ImportDraft, mergedDraft } from './draft-import.ts';
import { placesAfter } from './find-as-built.ts';
import { findNames, soughtName } from './find-names.ts';
import { checkDraft, EntryIndex, presentOf } from './plan-import.ts';
import { rematched } from './rematched.ts';

/** Where an entry stands under the names of a draft; `found` is that entry as it is now, where there is one. */
export type ImportedPlaces = (draft: ImportDraft, found: ListedConcept | undefined) => readonly NamedPlaces[];

/** Looks for the names of all rows, before the change: it takes a while. */
export async function findImported(
  stores: Stores,
  project: ProjectId,
  chosen: readonly ChosenRow[],
): Promise<ImportedPlaces> {
  const added = await placesOfNew(stores, project, chosen);
  const rematchedPlaces = await placesOfRematched(stores, project, chosen);
  return (draft, found) => {
    const all = found === undefined ? undefined : rematchedPlaces.get(found.concept.id);
    return all ?? [...(found?.edit?.places ?? []), ...added(draft, found?.concept)];
  };
}

/** Of the names that are new to their entries. */
async function placesOfNew(
  stores: Stores,
  project: ProjectId,
  chosen: readonly ChosenRow[],
): Promise<(draft: ImportDraft, concept: Concept | undefined) => readonly NamedPlaces[]> {
  const names = chosen.flatMap(({ row: { imported, language } }) =>
    imported.names.map((name) => soughtName({ ...name, text: name.text.normalize('NFC').trim() }, language)),
  );
  const found = await findNames(
    stores,
    project,
    names.filter(({ text }) => text !== ''),
  );
  return ({ designations }, concept) => {
    const known = new Set(concept?.designations.map(({ text }) => text));
    const fresh = new Set(designations.map(({ text }) => text).filter((text) => !known.has(text)));
    return found.flatMap((one) => {
      const places = one.places.filter(([, , name]) => fresh.has(name));
      return places.length === 0 ? [] : [{ ...one, places }];
    });
  };
}

/** Of all names of the entries whose names the file has looked for in another way. */
async function placesOfRematched(
  stores: Stores,
  project: ProjectId,
  chosen: readonly ChosenRow[],
): Promise<ReadonlyMap<ConceptId, readonly NamedPlaces[]>> {
  const all = new Map<ConceptId, readonly NamedPlaces[]>();
  const told = chosen.filter(({ row }) => row.imported.names.some(({ matching }) => matching !== undefined));
  if (told.length === 0) return all;
  const index = new EntryIndex(await stores.concepts.list(project));
  for (const { row, choice } of told) {
    const found = row.entry === undefined ? undefined : index.get(row.entry);
    const concept = found === undefined ? undefined : await stores.concepts.read(project, found.concept.id);
    if (found === undefined || concept === undefined) continue;
    const { designations } = checkDraft(mergedDraft(row.imported, presentOf(found), choice), concept.language);
    if (rematched(concept.designations, designations).length === 0) continue;
    const places = await placesAfter(stores, project, { concept, edit: found.edit, designations });
    if (places !== undefined) all.set(concept.id, places);
  }
  return all;
}
