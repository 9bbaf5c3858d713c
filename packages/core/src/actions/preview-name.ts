import type {
  Concept,
  ConceptId,
  Designation,
  LanguageTag,
  NameMatching,
  Occurrence,
  ProjectId,
} from '../domain/index.ts';
import type { Storage } from '../storage/storage.ts';
import { normalForm } from '../text/normal-form.ts';
import { checkMatching } from './check-designations.ts';
import type { EntryReader } from './entry-reader.ts';
import { findAsBuilt } from './find-as-built.ts';
import { findNames, soughtName } from './find-names.ts';
import { languageOf } from './language-of.ts';
import { rematched } from './rematched.ts';
import { requireProject } from './require-project.ts';

/** A name that may become one of an entry. */
export interface NameQuery {
  readonly term: string;
  /** Of the project, or that of the name's letters, unless told. */
  readonly language?: LanguageTag;
  readonly matching?: NameMatching;
  readonly entry?: ConceptId;
}

export interface NameUse {
  readonly occurrences: number;
  readonly documents: number;
  /** The entry that has it. */
  readonly taken?: ConceptId;
}

/**
 * How often a name stands in the documents, and the entry that has it, before anything is added or changed. Of an
 * entry that is there (`entry`) it is counted as builds count: in what people read, outside of longer names.
 */
export async function previewName(
  { storage, reader }: { readonly storage: Storage; readonly reader: EntryReader },
  project: ProjectId,
  { term, language, matching, entry: id }: NameQuery,
): Promise<NameUse> {
  const { language: own } = await requireProject(storage, project);
  const text = term.normalize('NFC').trim();
  const spoken = language ?? own ?? languageOf(text);
  const sought = { text, ...checkMatching(text, matching) };
  const concept = id === undefined ? undefined : await storage.concepts.read(project, id);
  const places = concept === undefined ? undefined : placesAsNow(concept, sought);
  const key = normalForm(text, spoken);
  const taken = (await reader.list(project)).find((entry) =>
    [entry.term, ...entry.names].some((name) => normalForm(name, entry.language) === key),
  );
  return {
    ...(places === undefined ? await countAnew() : counted(places)),
    ...(taken === undefined ? {} : { taken: taken.id }),
  };

  async function countAnew() {
    const rows =
      concept === undefined
        ? await findNames(storage, project, [soughtName(sought, spoken)])
        : await findAsBuilt(storage, project, { concept, names: [sought] });
    return counted(rows.flatMap((row) => row.places.map(() => row)));
  }
}

/** Of a name that the entry has, looked for as it is now: builds find spellings of it that are no names of their own. */
function placesAsNow(
  { designations, occurrences }: Concept,
  sought: Pick<Designation, 'text' | 'matching'>,
): readonly Occurrence[] | undefined {
  const index = designations.findIndex(({ text }) => text === sought.text);
  const designation = designations[index];
  if (designation === undefined) return undefined;
  const { matching: _, ...name } = designation;
  if (rematched(designations, [{ ...name, ...sought }]).length > 0) return undefined;
  return occurrences.filter((one) => one.designation === index);
}

function counted(places: readonly Pick<Occurrence, 'documentId'>[]): Omit<NameUse, 'taken'> {
  return { occurrences: places.length, documents: new Set(places.map(({ documentId }) => documentId)).size };
}
