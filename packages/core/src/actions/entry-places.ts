import type { DocumentId, EntryPlace, ProjectId } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';

/** Where the entries of a project stand in one of its documents, in the order of its text. */
export async function readPlaces(
  { concepts }: Stores,
  project: ProjectId,
  document: DocumentId,
): Promise<readonly EntryPlace[]> {
  const found = await concepts.places(project, document);
  return found.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}
