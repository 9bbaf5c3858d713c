import type { Concept, ConceptId, DocumentId, Evidence, Glossary, IssueKind } from '../domain/index.ts';
import type { Hit } from '../text/find-occurrences.ts';

/** What a rule found; the registry makes an issue of it. */
export interface Finding {
  readonly conceptId: ConceptId;
  /** One sentence for a person. */
  readonly message: string;
  /** The words it is about; empty where it is about the whole entry. */
  readonly quote: string;
  readonly others: readonly ConceptId[];
  /** The passages that it is about, where the definition does not rest on all of them. */
  readonly evidence?: readonly Evidence[];
}

/** What one passage of the documents says beyond doubt that a concept is. */
export interface StatedMeaning {
  /** The passage as a statement. */
  readonly text: string;
  /** The words that say what it is. */
  readonly meaning: string;
  /** The kind of thing it is said to be, where that is known. */
  readonly genus?: string;
  /** Name of its document. */
  readonly document: string;
  readonly evidence: Evidence;
}

/** One way in which an entry can be wrong. Its cost grows with the glossary, not with pairs of entries. */
export interface ReviewRule {
  readonly key: string;
  readonly kind: IssueKind;
  check(review: ReviewView): readonly Finding[];
}

/** A concept mentioned in a definition, at offsets of the definition's text. */
export interface Mention extends Hit {
  readonly concept: Concept;
}

/** What rules look at: the glossary, prepared once. */
export interface ReviewView {
  readonly glossary: Glossary;
  /** Original texts, where they are at hand; without them, evidence is not checked again. */
  readonly texts: ReadonlyMap<DocumentId, string>;
  /** What the documents say beyond doubt that a concept is, wherever they say it; none where nobody looked. */
  readonly stated: ReadonlyMap<ConceptId, readonly StatedMeaning[]>;
  readonly entries: readonly ReviewEntry[];
}

export interface ReviewEntry {
  readonly concept: Concept;
  readonly name: string;
  /** The statements that define (not those that only show a context), joined by line feeds; empty if there are none. */
  readonly text: string;
  readonly mentions: readonly Mention[];
}
