import type { Glossary, ProjectId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type EntrySelection, selectEntries } from '../export/select-entries.ts';
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
 * @throws `glossary/none` · `storage/not-found` for a version that is not there
 */
export async function readForExport(
  { glossary, versions }: Pick<Stores, 'glossary' | 'versions'>,
  project: ProjectId,
  { version, ...selection }: ExportChoice,
): Promise<Glossary> {
  if (version !== undefined) {
    const published = await versions.read(project, version);
    if (published === undefined) throw notFound('version', String(version));
    return selectEntries(published.glossary, selection);
  }
  const current = await glossary.read(project);
  if (current !== undefined) return selectEntries(current, selection);
  throw new GlossaryError('glossary/none', 'There is no glossary here yet.', { details: { project } });
}
