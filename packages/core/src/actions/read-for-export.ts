import type { Glossary, ProjectId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { categoryKey, type EntrySelection, selectEntries } from '../export/select-entries.ts';
import type { Stores } from '../storage/storage.ts';
import { notFound } from './not-found.ts';

export interface ExportChoice extends EntrySelection {
  /** Number of a published version; the glossary as it is now unless told. */
  readonly version?: number;
}

/**
 * What an export of a project writes: a published version or the glossary as it is, and of it the entries that are
 * chosen. The one way to it for the command line and the server, so that both write the same bytes.
 *
 * @throws `glossary/none` · `storage/not-found` for a version · `category/not-found`
 */
export async function readForExport(
  stores: Pick<Stores, 'glossary' | 'versions' | 'categories'>,
  project: ProjectId,
  { version, ...selection }: ExportChoice,
): Promise<Glossary> {
  const glossary = await readWhole(stores, project, version);
  if (selection.categories !== undefined) {
    // A published version keeps the names of categories that are gone.
    const ofEntries = glossary.concepts.flatMap(({ category }) => category ?? []);
    const known = [...new Set([...(await stores.categories.list(project)).map(({ name }) => name), ...ofEntries])];
    const keys = new Set(known.map(categoryKey));
    const name = selection.categories.find((one) => one !== null && !keys.has(categoryKey(one))) ?? null;
    if (name !== null) {
      const there = known.length === 0 ? 'there are none' : `there are ${known.join(', ')}`;
      throw new GlossaryError('category/not-found', `There is no category ${JSON.stringify(name)}; ${there}.`, {
        details: { name, known },
      });
    }
  }
  return selectEntries(glossary, selection);
}

async function readWhole(
  { glossary, versions }: Pick<Stores, 'glossary' | 'versions'>,
  project: ProjectId,
  version: number | undefined,
): Promise<Glossary> {
  if (version !== undefined) {
    const published = await versions.read(project, version);
    if (published === undefined) throw notFound('version', String(version));
    return published.glossary;
  }
  const current = await glossary.read(project);
  if (current !== undefined) return current;
  throw new GlossaryError('glossary/none', 'There is no glossary here yet.', { details: { project } });
}
