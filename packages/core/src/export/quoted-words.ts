import type { Evidence } from '../domain/index.ts';
import { hasTags, withoutTags } from '../text/without-tags.ts';
import type { GlossaryIndex } from './entry-view.ts';

/** A quotation as people read it: without the tags that its document has, which nobody typed in a Word document. */
export function quotedWords(evidence: Evidence, index: GlossaryIndex): string {
  return hasTags(index.place(evidence).document.format) ? withoutTags(evidence.quote) : evidence.quote;
}
