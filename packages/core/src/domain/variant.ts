import type { LanguageTag } from './document.ts';
import type { ConceptId } from './ids.ts';

/** One of several words that may be spellings of one. */
export interface VariantTerm {
  readonly id: ConceptId;
  readonly term: string;
  readonly frequency: number;
  readonly documentFrequency: number;
  /** The entry that it is a name of. */
  readonly entry?: { readonly id: ConceptId; readonly term: string };
}

/** Words that are apart and differ only as spellings do. */
export interface VariantGroup {
  /** Stays the same from build to build. */
  readonly id: string;
  readonly language: LanguageTag;
  /** The one that would most likely stand for all first: an entry, then the most frequent. */
  readonly terms: readonly VariantTerm[];
}
