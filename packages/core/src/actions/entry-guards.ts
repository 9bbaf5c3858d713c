import type { Concept, ConceptId, Designation, LanguageTag, ProjectId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { nameTaken } from '../errors/name-taken.ts';
import type { Stores } from '../storage/storage.ts';
import { normalForm } from '../text/normal-form.ts';
import { readEntry } from './entry-reader.ts';
import { versionOf } from './entry-version.ts';
import { notFound } from './not-found.ts';

/**
 * The entry that is about to be changed.
 * @throws `storage/not-found` · `entry/conflict` when it is not the version that was seen · `entry/locked`
 */
export async function editableEntry(
  stores: Stores,
  project: ProjectId,
  id: ConceptId,
  { ifVersion, evenLocked = false }: { readonly ifVersion?: string | undefined; readonly evenLocked?: boolean },
): Promise<Concept> {
  const concept = await stores.concepts.read(project, id);
  if (concept === undefined) throw notFound('entry', id);
  const edit = (await stores.concepts.edits(project)).find((one) => one.conceptId === id);
  const version = versionOf(concept, edit);
  if (ifVersion !== undefined && ifVersion !== version) {
    const current = await readEntry(stores, project, id);
    throw new GlossaryError('entry/conflict', `Somebody changed the entry ${JSON.stringify(current.term)} since.`, {
      details: { id, version, current },
    });
  }
  if (edit?.locked === undefined || evenLocked) return concept;
  throw locked(id);
}

/** Looks at many entries at once. @throws `storage/not-found` · `entry/locked` */
export async function requireEditable(
  { concepts }: Stores,
  project: ProjectId,
  ids: readonly ConceptId[],
): Promise<void> {
  const known = new Set((await concepts.readMany(project, ids)).map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw notFound('entry', missing);
  const wanted = new Set(ids);
  const held = (await concepts.edits(project)).find((edit) => wanted.has(edit.conceptId) && edit.locked !== undefined);
  if (held !== undefined) throw locked(held.conceptId);
}

function locked(id: ConceptId): GlossaryError<'entry/locked'> {
  return new GlossaryError('entry/locked', `The entry ${id} is locked.`, { details: { id } });
}

/** Two entries may share a name, but not the one that stands for them. @throws `entry/name-taken` */
export async function refuseTakenName(
  { concepts }: Stores,
  project: ProjectId,
  {
    names: [preferred],
    language,
    own,
  }: { readonly names: readonly Designation[]; readonly language: LanguageTag; readonly own?: ConceptId },
): Promise<void> {
  if (preferred === undefined) return;
  const key = normalForm(preferred.text, language);
  const taken = (await concepts.list(project)).find(
    ({ concept }) =>
      concept.id !== own &&
      concept.language === language &&
      normalForm(concept.designations[0]?.text ?? '', language) === key,
  );
  if (taken !== undefined) throw nameTaken(taken.concept, preferred.text);
}
