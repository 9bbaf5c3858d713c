import type { Concept, Designation, GlossaryDocument, LanguageTag, ProjectId } from '../domain/index.ts';
import { readProse } from '../documents/read-prose.ts';
import { breathe } from '../runtime/breathe.ts';
import type { EntryEdit, NamedPlaces } from '../storage/entry-edits.ts';
import type { Stores } from '../storage/storage.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { createOccurrenceFinder, type Hit, type SoughtName } from '../text/find-occurrences.ts';
import { normalForm } from '../text/normal-form.ts';
import { findNames, soughtName } from './find-names.ts';
import { rematched } from './rematched.ts';

/** Characters that are read into prose at once: more would hold up everybody else for longer than is felt. */
const MAX_PROSE = 300_000;

/**
 * Where the names of an entry stand that no build has looked for yet, or that builds looked for in another way; all that
 * is known of names that people gave. `undefined` where no name is another.
 */
export async function placesAfter(
  stores: Stores,
  project: ProjectId,
  {
    concept,
    edit,
    designations,
  }: {
    readonly concept: Concept;
    readonly edit: EntryEdit | undefined;
    /** As they are to be. */
    readonly designations: readonly Designation[];
  },
): Promise<readonly NamedPlaces[] | undefined> {
  const known = new Set(concept.designations.map(({ text }) => text));
  const fresh = designations.filter(({ text }) => text !== '' && !known.has(text));
  const changed = rematched(concept.designations, designations);
  if (fresh.length + changed.length === 0) return undefined;
  const sought = fresh.map((one) => soughtName(one, concept.language));
  const found = [
    ...(await findNames(stores, project, sought)),
    ...(changed.length === 0 ? [] : await findAsBuilt(stores, project, { concept, names: changed })),
  ];
  return [...withoutNames(edit?.places ?? [], changed), ...found];
}

/**
 * Where names of an entry stand as a build finds them: in what people read, and not within longer names of any entry.
 * A row for every document in which they stand now or stood before: it holds instead of what the build found.
 */
export async function findAsBuilt(
  stores: Stores,
  project: ProjectId,
  {
    concept,
    names,
  }: {
    readonly concept: Pick<Concept, 'id' | 'language' | 'designations' | 'occurrences'>;
    /** As they are to be looked for. */
    readonly names: readonly Pick<Designation, 'text' | 'matching'>[];
  },
): Promise<readonly NamedPlaces[]> {
  const wanted = await asBuilt(stores, project, { language: concept.language, names });
  const alone = createOccurrenceFinder(wanted);
  const among = createOccurrenceFinder([...wanted, ...(await otherNames(stores, project, { concept, names }))]);
  const stood = new Set(concept.occurrences.map(({ documentId }) => documentId));
  const rows: NamedPlaces[] = [];
  for (const document of await stores.glossary.documents(project)) {
    await breathe();
    const built = await stores.documents.builtText(project, document.id);
    if (built === undefined) continue;
    const { text, contentHash } = built;
    const stands = stood.has(document.id) || alone.find(text, { lineBreaks: 'space' }).length > 0;
    if (!stands) continue;
    const places = hitsInProse(among, document, text).flatMap(({ start, end, designation }) => {
      const name = wanted[designation]?.name;
      return name === undefined ? [] : [[start, end, name] as const];
    });
    rows.push({ documentId: document.id, contentHash, places, instead: names.map((one) => one.text) });
  }
  return rows;
}

/**
 * Names as builds look for them: one that is looked for as every name also by the spellings that the last build counted
 * with it.
 */
async function asBuilt(
  { terms }: Stores,
  project: ProjectId,
  {
    language,
    names,
  }: { readonly language: LanguageTag; readonly names: readonly Pick<Designation, 'text' | 'matching'>[] },
): Promise<readonly (SoughtName & { readonly name: string })[]> {
  const isUsual = names.some(({ matching }) => matching === undefined);
  const candidates = isUsual ? await terms.list(project) : [];
  const byKey = new Map(candidates.map((one) => [`${one.language} ${one.key}`, one]));
  return names.flatMap((one) => {
    const name = { ...soughtName(one, language), name: one.text };
    if (one.matching !== undefined) return [name];
    const spellings = byKey.get(`${language} ${normalForm(one.text, language)}`)?.forms ?? [];
    const others = spellings.filter(({ text }) => text !== one.text);
    return [name, ...others.map(({ text }) => ({ text, language, name: one.text }))];
  });
}

/** All names but those that are looked for. */
async function otherNames(
  { concepts }: Stores,
  project: ProjectId,
  {
    concept: { id: own, designations, language },
    names,
  }: {
    readonly concept: Pick<Concept, 'id' | 'language' | 'designations'>;
    readonly names: readonly Pick<Designation, 'text'>[];
  },
): Promise<SoughtName[]> {
  const sought = new Set(names.map(({ text }) => text));
  const siblings = designations.filter(({ text }) => !sought.has(text)).map((one) => soughtName(one, language));
  const others = (await concepts.list(project)).filter(({ concept }) => concept.id !== own);
  return [
    ...siblings,
    ...others.flatMap(({ concept }) => concept.designations.map((one) => soughtName(one, concept.language))),
  ];
}

/** Hits in what people read of a text, as ranges of the text itself. */
function hitsInProse(
  finder: ReturnType<typeof createOccurrenceFinder>,
  { format }: Pick<GlossaryDocument, 'format'>,
  text: string,
): readonly Hit[] {
  if (text.length > MAX_PROSE) return finder.find(text, { lineBreaks: 'space' });
  const prose = readProse(format, text);
  return finder
    .find(prose.text)
    .map(({ start, end, designation }) => ({ ...toOriginalRange(prose.alignment, start, end), designation }));
}

function withoutNames(places: readonly NamedPlaces[], names: readonly Designation[]): NamedPlaces[] {
  const gone = new Set(names.map(({ text }) => text));
  return places.flatMap(({ places: all, instead = [], ...row }): NamedPlaces[] => {
    const left = all.filter(([, , name]) => !gone.has(name));
    const replaced = instead.filter((name) => !gone.has(name));
    if (left.length + replaced.length === 0) return [];
    return [{ ...row, places: left, ...(replaced.length === 0 ? {} : { instead: replaced }) }];
  });
}
