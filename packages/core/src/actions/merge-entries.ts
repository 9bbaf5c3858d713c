import type { ConceptId, Designation, ProjectId } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { normalForm } from '../text/normal-form.ts';
import { checkDesignations, invalid } from './check-designations.ts';
import { editableEntry } from './entry-guards.ts';

/** Puts entries into another: it has all their names, and they are no longer seen. */
export async function mergeEntries(
  stores: Stores,
  project: ProjectId,
  {
    into,
    from,
    status = 'admitted',
    seen,
    removedAt,
  }: {
    readonly into: ConceptId;
    readonly from: readonly ConceptId[];
    /** Of the names that stood for what becomes part of the entry. */
    readonly status?: Exclude<Designation['status'], 'preferred'>;
    readonly seen: { readonly ifVersion?: string };
    readonly removedAt: string;
  },
): Promise<void> {
  if (from.length === 0) throw invalid('nothing is merged');
  if (from.includes(into) || new Set(from).size < from.length) throw invalid('an entry is merged with itself');
  const { designations, language } = await editableEntry(stores, project, into, seen);
  const names: Designation[] = [...designations];
  const known = new Set(names.map(({ text }) => normalForm(text, language)));
  for (const id of from) {
    const source = await editableEntry(stores, project, id, {});
    for (const designation of source.designations) {
      const key = normalForm(designation.text, language);
      if (known.has(key)) continue;
      known.add(key);
      names.push(asOther(designation, status));
    }
    await stores.concepts.edit(project, id, { removed: 'merged', removedAt, mergedInto: into });
  }
  await stores.concepts.edit(project, into, { designations: checkDesignations(names, language) });
  await inheritCategory(stores, project, { into, from });
}

/** What is in no category comes into the first one that something which becomes part of it was in. */
export async function inheritCategory(
  { categories }: Stores,
  project: ProjectId,
  { into, from }: { readonly into: ConceptId; readonly from: readonly ConceptId[] },
): Promise<void> {
  const assigned = await categories.assigned(project);
  const category = [into, ...from].map((id) => assigned.get(id)).find((id) => id !== undefined);
  if (category !== undefined) await categories.assign(project, [into], category);
}

/** A name beside the preferred one. */
export function asOther(
  designation: Designation,
  standing: Exclude<Designation['status'], 'preferred'> = 'admitted',
): Designation {
  const { status, form } = designation;
  return {
    ...designation,
    status: status === 'preferred' ? standing : status,
    form: form === 'full' ? 'synonym' : form,
  };
}
