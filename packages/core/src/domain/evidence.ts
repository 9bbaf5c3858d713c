import type { Range } from './document.ts';
import type { DocumentId } from './ids.ts';

/** Words that are really in a document: `quote` is exactly the original text at `range`. */
export interface Evidence {
  readonly documentId: DocumentId;
  readonly range: Range;
  readonly quote: string;
}
