import type { Concept, ConceptId, Designation, ProjectId, Relation } from '../domain/index.ts';
import type { NamedPlaces } from '../storage/entry-edits.ts';
import type { Stores } from '../storage/storage.ts';
import { editableEntry } from './entry-guards.ts';

/** Makes an entry say again what it said in an earlier glossary: its names, its definition, its accepted relations. */
export async function restoreEntry(
  stores: Stores,
  project: ProjectId,
  {
    former,
    places,
    changedPlaces,
    reason,
  }: {
    readonly former: Concept;
    /** Where its former names stand. */
    readonly places: readonly NamedPlaces[];
    /** All its places, where one of its names was looked for in another way. */
    readonly changedPlaces?: readonly NamedPlaces[];
    /** Why the definition is written anew. */
    readonly reason: string;
  },
): Promise<void> {
  const { id } = former;
  if ((await stores.concepts.read(project, id)) === undefined) await bringBack(stores, project, { former, places });
  const current = await editableEntry(stores, project, id, {});
  if (!isSame(current.designations, former.designations)) {
    const edit = (await stores.concepts.edits(project)).find(({ conceptId }) => conceptId === id);
    const fresh = placesOfNew(former.designations, { known: current.designations, places });
    await stores.concepts.edit(project, id, {
      designations: former.designations,
      places: changedPlaces ?? [...(edit?.places ?? []), ...fresh],
    });
  }
  if (!isSame(current.definition?.statements ?? [], former.definition?.statements ?? [])) {
    // Without statements it is used, and not explained: as it was.
    const { statements = [], confidence = 0 } = former.definition ?? {};
    await stores.concepts.editDefinition(project, id, { statements, confidence, reason });
  }
  await restoreRelations(stores, project, { id, former: former.relations, current: current.relations });
}

/** An entry that was thrown away or merged is there again; one that no build finds any more is added by hand. */
async function bringBack(
  stores: Stores,
  project: ProjectId,
  { former, places }: { readonly former: Concept; readonly places: readonly NamedPlaces[] },
): Promise<void> {
  const { id, language, designations } = former;
  await stores.concepts.edit(project, id, { removed: null, removedAt: null, mergedInto: null });
  if ((await stores.concepts.read(project, id)) !== undefined) return;
  await stores.concepts.edit(project, id, { language, designations, places });
  await stores.termLists.add(project, 'required', [{ pattern: designations[0]?.text ?? '' }]);
}

/** Only accepted ones: proposals come and go. */
async function restoreRelations(
  { concepts }: Stores,
  project: ProjectId,
  {
    id,
    former,
    current,
  }: { readonly id: ConceptId; readonly former: readonly Relation[]; readonly current: readonly Relation[] },
): Promise<void> {
  const [before, now] = [acceptedOf(former), acceptedOf(current)];
  for (const [key, { kind, target }] of now) {
    if (!before.has(key)) await concepts.decideRelation(project, id, { kind, target, state: 'rejected' });
  }
  const there = new Set(
    (
      await concepts.readMany(
        project,
        former.map(({ target }) => target),
      )
    ).map((one) => one.id),
  );
  for (const [key, { kind, target }] of before) {
    if (now.has(key) || !there.has(target)) continue;
    await concepts.decideRelation(project, id, { kind, target, state: 'accepted' });
  }
}

function acceptedOf(relations: readonly Relation[]): ReadonlyMap<string, Relation> {
  const accepted = relations.filter(({ state }) => state === 'accepted');
  return new Map(accepted.map((one) => [`${one.kind} ${one.target}`, one]));
}

function placesOfNew(
  names: readonly Designation[],
  { known, places }: { readonly known: readonly Designation[]; readonly places: readonly NamedPlaces[] },
): NamedPlaces[] {
  const before = new Set(known.map(({ text }) => text));
  const fresh = new Set(names.map(({ text }) => text).filter((text) => !before.has(text)));
  return places.flatMap((found) => {
    const left = found.places.filter(([, , name]) => fresh.has(name));
    return left.length === 0 ? [] : [{ ...found, places: left }];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
