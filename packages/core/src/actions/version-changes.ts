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
import { stableId } from '../text/content-hash.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { diffGlossaries } from './diff-glossaries.ts';
import { editableEntry } from './entry-guards.ts';
import { findNames } from './find-names.ts';
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
  const removedAt = new Date(tools.clock.now()).toISOString();
  return perform(tools, { project, kind: 'changes-decided' }, async (stores) => {
    for (const id of chosen) {
      const concept = formerOf.get(id);
      if (concept !== undefined) {
        const texts = new Set(concept.designations.map(({ text }) => text));
        const own = places.map((found) => ({ ...found, places: found.places.filter(([, , name]) => texts.has(name)) }));
        const reason = `As in version ${version}.`;
        await restoreEntry(stores, project, { former: concept, places: own, reason });
      } else {
        await editableEntry(stores, project, id, {});
        await stores.concepts.edit(project, id, { removed: 'deleted', removedAt });
      }
    }
    return chosen;
  });
}

/** What stands for each change: another change of the same entry has another one. */
function basesOf({ added, removed, changed }: GlossaryDiff): ReadonlyMap<ConceptId, string> {
  return new Map([
    ...added.map((one) => [one.id, stableId('added', JSON.stringify(one))] as const),
    ...removed.map((one) => [one.id, stableId('removed', JSON.stringify(one))] as const),
    ...changed.map((one) => [one.id, stableId('changed', JSON.stringify(one))] as const),
  ]);
}

function namesOf({ designations, language }: Concept) {
  return designations.map(({ text }) => ({ text, language }));
}
