import type { Designation, ProjectId, WorkbenchTerm } from '../domain/index.ts';
import type { NamedPlaces } from '../storage/entry-edits.ts';
import type { Stores } from '../storage/storage.ts';
import { normalForm } from '../text/normal-form.ts';
import { checkDesignations, invalid } from './check-designations.ts';
import { editableEntry } from './entry-guards.ts';
import { inheritCategory, mergeEntries } from './merge-entries.ts';

/** What becomes of the words that do not stand for an entry. */
export type MergedStatus = 'admitted' | 'deprecated' | 'forbidden';

/** Makes terms of the workbench one entry, whether or not there are entries of them yet. */
export async function mergeTerms(
  stores: Stores,
  project: ProjectId,
  {
    into,
    from,
    status,
    places,
    removedAt,
  }: {
    readonly into: WorkbenchTerm;
    readonly from: readonly WorkbenchTerm[];
    readonly status: MergedStatus;
    /** Where the terms stand. */
    readonly places: readonly NamedPlaces[];
    readonly removedAt: string;
  },
): Promise<void> {
  const ids = [into, ...from].map(({ id }) => id);
  if (from.length === 0) throw invalid('nothing is merged');
  if (new Set(ids).size < ids.length) throw invalid('a term is merged with itself');
  const present = new Set((await stores.concepts.readMany(project, ids)).map(({ id }) => id));
  if (!present.has(into.id)) {
    await stores.concepts.edit(project, into.id, {
      language: into.language,
      designations: checkDesignations([nameOf(into, 'preferred')], into.language),
      places: places.map((found) => ({ ...found, places: found.places.filter(([, , name]) => name === into.term) })),
      // One of that name was deleted or merged: it is there again, as it is now asked for.
      removed: null,
      removedAt: null,
      mergedInto: null,
    });
    await stores.termLists.add(project, 'required', [{ pattern: into.term }]);
  }
  const { designations, language } = await editableEntry(stores, project, into.id, {});
  const known = new Set(designations.map(({ text }) => normalForm(text, language)));
  const candidates = from.filter(({ id }) => !present.has(id));
  const names = candidates.filter(({ term }) => !known.has(normalForm(term, language)));
  if (names.length > 0) {
    const added = new Set(names.map(({ term }) => term));
    const edit = (await stores.concepts.edits(project)).find(({ conceptId }) => conceptId === into.id);
    const fresh = places.map((found) => ({ ...found, places: found.places.filter(([, , name]) => added.has(name)) }));
    await stores.concepts.edit(project, into.id, {
      designations: checkDesignations([...designations, ...names.map((term) => nameOf(term, status))], into.language),
      places: [...(edit?.places ?? []), ...fresh],
    });
  }
  // No later build makes entries of them.
  for (const { id } of candidates) {
    await stores.concepts.edit(project, id, { removed: 'merged', removedAt, mergedInto: into.id });
  }
  await inheritCategory(stores, project, { into: into.id, from: from.map(({ id }) => id) });
  const entries = from.filter(({ id }) => present.has(id)).map(({ id }) => id);
  if (entries.length > 0) {
    await mergeEntries(stores, project, { into: into.id, from: entries, status, seen: {}, removedAt });
  }
}

function nameOf({ term, kind, reading }: WorkbenchTerm, status: Designation['status']): Designation {
  return {
    text: term,
    kind,
    status,
    form: status === 'preferred' ? 'full' : 'synonym',
    ...(reading === undefined ? {} : { reading }),
  };
}
