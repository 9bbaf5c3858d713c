import type { Designation, Done, EntryDetail, LanguageTag, ProjectId } from '../domain/index.ts';
import { nameTaken } from '../errors/name-taken.ts';
import { conceptIdOfName } from '../text/concept-id.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { checkDefinition, type DefinitionInput } from './check-definition.ts';
import { checkDesignations } from './check-designations.ts';
import { checkNote } from './check-note.ts';
import { refuseTakenName } from './entry-guards.ts';
import { readEntry } from './entry-reader.ts';
import { findNames, soughtName } from './find-names.ts';
import { languageOf } from './language-of.ts';
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';
import { writeDefinition } from './write-definition.ts';

export interface NewEntry {
  readonly term: string;
  /** Of the project, or English, unless told. */
  readonly language?: LanguageTag;
  readonly reading?: string;
  /** Other names. */
  readonly names?: readonly Designation[];
  readonly definition?: DefinitionInput;
  readonly note?: string;
}

/** Adds an entry by hand, which the next build will look for. @throws `entry/invalid` · `entry/name-taken` */
export async function addEntry(
  tools: ActionTools,
  project: ProjectId,
  { term, language, reading, names = [], definition, note }: NewEntry,
): Promise<Done<EntryDetail>> {
  const { storage } = tools;
  const { language: own } = await requireProject(storage, project);
  const spoken = language ?? own ?? languageOf(term);
  const preferred: Designation = {
    text: term,
    kind: 'term',
    status: 'preferred',
    form: 'full',
    ...(reading === undefined ? {} : { reading }),
  };
  const designations = checkDesignations([preferred, ...names], spoken);
  const sought = designations.map((one) => soughtName(one, spoken));
  const places = await findNames(storage, project, sought);
  const id = conceptIdOfName(designations[0]?.text ?? '', spoken);
  return perform(tools, { project, kind: 'entry-added' }, async (stores) => {
    await refuseTakenName(stores, project, { names: designations, language: spoken });
    const visible = await stores.concepts.read(project, id);
    if (visible !== undefined) throw nameTaken(visible, term);
    await stores.concepts.edit(project, id, {
      language: spoken,
      designations,
      places,
      note: checkNote(note ?? null),
      // One of that name was deleted or merged: it is there again, as it is now asked for.
      removed: null,
      removedAt: null,
      mergedInto: null,
    });
    const concept = await stores.concepts.read(project, id);
    if (concept === undefined) throw notFound('entry', id);
    if (definition !== undefined) {
      const checked = await checkDefinition(stores, { project, concept }, definition);
      await writeDefinition(stores, { project, id }, checked);
    }
    await stores.termLists.add(project, 'required', [{ pattern: designations[0]?.text ?? term }]);
    return readEntry(stores, project, id);
  });
}
