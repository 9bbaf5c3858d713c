import type { ConceptId, Designation, ProjectId } from '../domain/index.ts';
import { nameTaken } from '../errors/name-taken.ts';
import type { NamedPlaces } from '../storage/entry-edits.ts';
import type { Stores } from '../storage/storage.ts';
import { conceptIdOfName } from '../text/concept-id.ts';
import { invalid } from './check-designations.ts';
import { editableEntry } from './entry-guards.ts';
import { notFound } from './not-found.ts';

/** Takes a name out of an entry and makes it one of its own; answers which. */
export async function splitEntry(
  stores: Stores,
  project: ProjectId,
  {
    id,
    name,
    seen,
    places,
  }: {
    readonly id: ConceptId;
    readonly name: string;
    readonly seen: { readonly ifVersion?: string };
    /** Where the name stands. */
    readonly places: readonly NamedPlaces[];
  },
): Promise<ConceptId> {
  const { designations, language } = await editableEntry(stores, project, id, seen);
  const [preferred, ...others] = designations;
  if (preferred === undefined) throw notFound('entry', id);
  if (preferred.text === name) throw invalid('the preferred name stays; prefer another one first');
  const taken = others.find(({ text }) => text === name);
  if (taken === undefined) throw invalid(`${JSON.stringify(name)} is none of its names`);

  const own = conceptIdOfName(name, language);
  const before = (await stores.concepts.edits(project)).find((edit) => edit.conceptId === own);
  const wasMerged = before?.removed === 'merged' && before.mergedInto === id;
  if (wasMerged) await stores.concepts.edit(project, own, { removed: null, removedAt: null, mergedInto: null });
  let made = await stores.concepts.read(project, own);
  if (made !== undefined && !wasMerged) throw nameTaken(made, name);
  if (made === undefined) {
    const designation: Designation = { ...taken, status: 'preferred', form: 'full' };
    await stores.concepts.edit(project, own, {
      language,
      designations: [designation],
      places,
      removed: null,
      removedAt: null,
      mergedInto: null,
    });
    await stores.termLists.add(project, 'required', [{ pattern: name }]);
    made = await stores.concepts.read(project, own);
  }
  const gone = new Set((made?.designations ?? []).map(({ text }) => text)).add(name);
  const left = [preferred, ...others.filter(({ text }) => !gone.has(text))];
  await stores.concepts.edit(project, id, { designations: left });
  return own;
}
