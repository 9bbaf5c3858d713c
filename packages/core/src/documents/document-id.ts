import { type DocumentId, documentId } from '../domain/index.ts';
import { stableId } from '../text/content-hash.ts';

/** The id of the document of a name, wherever it comes from: evidence and people's work are found again by it. */
export function documentIdOf(name: string): DocumentId {
  return documentId(stableId('document', name));
}
