import type { Designation, LanguageTag, ProjectId } from '../domain/index.ts';
import { breathe } from '../runtime/breathe.ts';
import type { NamedPlaces } from '../storage/entry-edits.ts';
import type { Stores } from '../storage/storage.ts';
import { createOccurrenceFinder, type SoughtName } from '../text/find-occurrences.ts';

/**
 * Where names stand in the texts that the glossary was built from, until the next build looks for itself. The texts are
 * searched as they are, with their markup: what a build does not count (code, link targets) may be among it.
 */
export async function findNames(
  { glossary, documents }: Stores,
  project: ProjectId,
  names: readonly SoughtName[],
): Promise<NamedPlaces[]> {
  if (names.length === 0) return [];
  const finder = createOccurrenceFinder(names);
  const found: NamedPlaces[] = [];
  for (const { id } of await glossary.documentNames(project)) {
    const built = await documents.builtText(project, id);
    if (built === undefined) continue;
    const places = finder
      .find(built.text, { lineBreaks: 'space' })
      .map(({ start, end, designation }) => [start, end, names[designation]?.text ?? ''] as const);
    if (places.length > 0) found.push({ documentId: id, contentHash: built.contentHash, places });
    await breathe();
  }
  return found;
}

/** A name of an entry as it is looked for. */
export function soughtName(
  { text, matching }: Pick<Designation, 'text' | 'matching'>,
  language: LanguageTag,
): SoughtName {
  return { text, language, ...(matching === undefined ? {} : { matching }) };
}
