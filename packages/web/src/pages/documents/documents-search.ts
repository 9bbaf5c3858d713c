import { type SearchWords, textIn } from '../../data/address.ts';

/** What of the page its address keeps. */
export interface DocumentsSearch {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

export function documentsSearch(search: SearchWords): DocumentsSearch {
  return { q: textIn(search, 'q'), sort: textIn(search, 'sort') };
}
