import type { RelationKind } from './concept.ts';
import type { EntryState } from './entry.ts';
import type { ConceptId, DocumentId } from './ids.ts';

/** How many of all mentions of entries are mentions of entries that are defined. */
export interface Coverage {
  /** Places where any entry stands. */
  readonly mentions: number;
  /** Of these, places of entries that have a definition. */
  readonly defined: number;
}

/** What a glossary looks like in figures. */
export interface Insights {
  readonly entries: Readonly<Record<EntryState, number>>;
  /** Entries by the confidence of their definition, in ten bins: 0–0.1, 0.1–0.2 … 0.9–1. */
  readonly confidence: readonly number[];
  readonly coverage: Coverage;
  /** In the order of documents. */
  readonly documents: readonly (Coverage & { readonly id: DocumentId; readonly name: string })[];
  /** The most frequent, at most 100. */
  readonly frequent: readonly {
    readonly id: ConceptId;
    readonly term: string;
    readonly occurrences: number;
    readonly documents: number;
  }[];
}

/** Entries and how they are related. */
export interface RelationGraph {
  readonly nodes: readonly {
    readonly id: ConceptId;
    readonly term: string;
    readonly state: EntryState;
    /** Relations from and to it, also to entries that are not in the graph. */
    readonly degree: number;
  }[];
  readonly edges: readonly {
    readonly from: ConceptId;
    readonly to: ConceptId;
    readonly kind: RelationKind;
    readonly state: 'proposed' | 'accepted';
  }[];
  /** Entries that were left out for want of room. */
  readonly more: number;
}
