import type { Document, DocumentId, LanguageTag, Prose, Sentence } from '../domain/index.ts';
import type { DefiningSentence } from './defining-sentence.ts';

/** A document as definitions are drawn from it. */
export interface DefinitionSource {
  readonly document: Document;
  readonly prose: Prose;
  /** In prose order. */
  readonly sentences: readonly Pick<Sentence, 'start' | 'end' | 'block'>[];
  readonly definingSentences: readonly DefiningSentence[];
}

/** A use of a concept, in prose offsets. */
export interface ProseOccurrence {
  readonly documentId: DocumentId;
  readonly start: number;
  readonly end: number;
}

/** A concept that needs a definition: all its names, the preferred one first. */
export interface Definable {
  readonly key: string;
  readonly language: LanguageTag;
  readonly names: readonly string[];
  /** Where it is used; empty is allowed and gives no contexts. */
  readonly occurrences: readonly ProseOccurrence[];
}
