import type { DesignationKind, ScorePart, TermReason } from './candidate.ts';
import type { LanguageTag, Range } from './document.ts';
import type { Definition } from './definition.ts';
import type { Evidence } from './evidence.ts';
import type { ConceptId, DocumentId } from './ids.ts';
import type { NameMatching } from './name-matching.ts';

export const designationStatuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;
export type DesignationStatus = (typeof designationStatuses)[number];

/** How a name relates to the preferred one. */
export const designationForms = ['full', 'abbreviation', 'variant', 'synonym'] as const;
export type DesignationForm = (typeof designationForms)[number];

/** A word form for a concept. */
export interface Designation {
  readonly text: string;
  readonly kind: DesignationKind;
  readonly status: DesignationStatus;
  readonly form: DesignationForm;
  /** Kana reading (hiragana), where known: what Japanese entries are ordered by. */
  readonly reading?: string;
  /** Why it is deprecated or forbidden, in a person's words. */
  readonly reason?: string;
  /** How it is looked for, where that is not as usual. */
  readonly matching?: NameMatching;
}

export const relationKinds = ['synonym', 'abbreviation', 'broader', 'narrower', 'part-of', 'see-also'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A relation to another concept: a proposal that stands on evidence until a person accepts it. */
export interface Relation {
  readonly kind: RelationKind;
  readonly target: ConceptId;
  readonly state: 'proposed' | 'accepted';
  readonly evidence: readonly Evidence[];
}

/** Where a designation of a concept stands in a document. */
export interface Occurrence {
  readonly documentId: DocumentId;
  readonly range: Range;
  /** Index into the concept's designations. */
  readonly designation: number;
}

/** The thing meant: it owns its designations, its definition and its occurrences. People see it as an *entry*. */
export interface Concept {
  readonly id: ConceptId;
  readonly language: LanguageTag;
  /** The preferred designation first; never empty. */
  readonly designations: readonly Designation[];
  /** `undefined` or only contexts: used, but never explained in the documents (`isExplained`). */
  readonly definition?: Definition;
  readonly relations: readonly Relation[];
  /** Sorted by document name, then range start. */
  readonly occurrences: readonly Occurrence[];
  /** Name of the category that people put it in. */
  readonly category?: string;
  /** What a person noted about it, for whoever works on the glossary. */
  readonly note?: string;
  readonly reason: TermReason;
  readonly score: number;
  readonly scoreParts: readonly ScorePart[];
}
