import type {
  ChangeDecision,
  Concept,
  ConceptId,
  Done,
  Glossary,
  GlossaryDiff,
  OpenChanges,
  ProjectId,
} from '../domain/index.ts';
import type { NamedPlaces } from '../storage/entry-edits.ts';
import type { Stores } from '../storage/storage.ts';
import { stableId } from '../text/content-hash.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { ensureCategories } from './category-actions.ts';
import { diffGlossaries } from './diff-glossaries.ts';
import { editableEntry } from './entry-guards.ts';
import { placesAfter } from './find-as-built.ts';
import { findNames, soughtName } from './find-names.ts';
import { rematched } from './rematched.ts';
import { restoreEntry } from './restore-entry.ts';

const kindOf = (version: number) => `changes-since ${version}`;

/** The changes since a version that nobody has accepted. */
export async function openChanges(
  { storage }: ActionTools,
  project: ProjectId,
  { version, former, current }: { readonly version: number; readonly former: Glossary; readonly current: Glossary },
): Promise<OpenChanges> {
  const diff = diffGlossaries(former, current);
  const settled = await storage.settled.read(project, kindOf(version));
  const bases = basesOf(diff);
  const isOpen = ({ id }: { readonly id: ConceptId }) => settled.get(id) !== bases.get(id);
  const open = {
    added: diff.added.filter(isOpen),
    removed: diff.removed.filter(isOpen),
    changed: diff.changed.filter(isOpen),
  };
  const left = open.added.length + open.removed.length + open.changed.length;
  return { ...open, unchanged: diff.unchanged, accepted: bases.size - left };
}

/** Settles changes since a version in one change. Entries that differ no longer are passed over; answers the others. */
export async function decideChanges(
  tools: ActionTools,
  project: ProjectId,
  {
    former,
    current,
    decision: { version, ids, decision },
  }: { readonly former: Glossary; readonly current: Glossary; readonly decision: ChangeDecision },
): Promise<Done<readonly ConceptId[]>> {
  const { storage } = tools;
  const open = await openChanges(tools, project, { version, former, current });
  const bases = basesOf(open);
  const chosen = [...(ids === undefined ? bases.keys() : new Set(ids))].filter((id) => bases.has(id));
  if (decision === 'accepted') {
    const settled = chosen.map((id) => ({ subject: id, basis: bases.get(id) ?? '' }));
    return perform(tools, { project, kind: 'changes-decided' }, async (stores) => {
      await stores.settled.put(project, kindOf(version), settled);
      return chosen;
    });
  }
  const formerOf = new Map(former.concepts.map((concept) => [concept.id, concept]));
  const restored = chosen.flatMap((id) => formerOf.get(id) ?? []);
  const places = await findNames(storage, project, restored.flatMap(namesOf));
  const changedPlaces = await placesOfRematched(storage, project, { restored, current });
  const removedAt = new Date(tools.clock.now()).toISOString();
  return perform(tools, { project, kind: 'changes-decided' }, async (stores) => {
    for (const id of chosen) {
      const concept = formerOf.get(id);
      if (concept !== undefined) {
        const texts = new Set(concept.designations.map(({ text }) => text));
        const own = places.map((found) => ({ ...found, places: found.places.filter(([, , name]) => texts.has(name)) }));
        const reason = `As in version ${version}.`;
        const changed = changedPlaces.get(id);
        await restoreEntry(stores, project, {
          former: concept,
          places: own,
          reason,
          ...(changed === undefined ? {} : { changedPlaces: changed }),
        });
        await restoreCategory(stores, project, { former: concept, ids: tools.ids });
      } else {
        await editableEntry(stores, project, id, {});
        await stores.concepts.edit(project, id, { removed: 'deleted', removedAt });
      }
    }
    return chosen;
  });
}

/** Into the category that it was in, which is there again if it has to be, or out of any. */
async function restoreCategory(
  stores: Stores,
  project: ProjectId,
  { former: { id, category }, ids }: { readonly former: Concept; readonly ids: ActionTools['ids'] },
): Promise<void> {
  if ((await stores.concepts.read(project, id))?.category === category) return;
  const [wanted] = category === undefined ? [] : await ensureCategories(stores, project, { names: [category], ids });
  await stores.categories.assign(project, [id], wanted);
}

/** All places of entries whose names are to be looked for in another way again. */
async function placesOfRematched(
  stores: Stores,
  project: ProjectId,
  { restored, current }: { readonly restored: readonly Concept[]; readonly current: Glossary },
): Promise<ReadonlyMap<ConceptId, readonly NamedPlaces[]>> {
  const all = new Map<ConceptId, readonly NamedPlaces[]>();
  const currentOf = new Map(current.concepts.map((concept) => [concept.id, concept]));
  for (const { id, designations } of restored) {
    const concept = currentOf.get(id);
    if (concept === undefined || rematched(concept.designations, designations).length === 0) continue;
    const edit = (await stores.concepts.edits(project)).find(({ conceptId }) => conceptId === id);
    const places = await placesAfter(stores, project, { concept, edit, designations });
    if (places !== undefined) all.set(id, places);
  }
  return all;
}

/**
 * What stands for each change: another change of the same entry has another one. That an entry came or left is the same
 * change whatever it says.
 */
function basesOf({ added, removed, changed }: GlossaryDiff): ReadonlyMap<ConceptId, string> {
  return new Map([
    ...added.map(({ id, term }) => [id, stableId('added', JSON.stringify({ id, term }))] as const),
    ...removed.map(({ id, term }) => [id, stableId('removed', JSON.stringify({ id, term }))] as const),
    ...changed.map((one) => [one.id, stableId('changed', JSON.stringify(one))] as const),
  ]);
}

function namesOf({ designations, language }: Concept) {
  return designations.map((one) => soughtName(one, language));
}
