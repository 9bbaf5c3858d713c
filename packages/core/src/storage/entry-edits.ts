import type {
  Concept,
  ConceptId,
  Definition,
  Designation,
  DocumentId,
  LanguageTag,
  Relation,
  RelationKind,
} from '../domain/index.ts';

/** Where names that people gave stand, as of the text that had this hash: in another text it means nothing. */
export interface NamedPlaces {
  readonly documentId: DocumentId;
  readonly contentHash: string;
  /** Start, end and the name, in order. */
  readonly places: readonly (readonly [start: number, end: number, name: string])[];
  /** Names that stand nowhere else in this document, whatever a build found when it looked for them in another way. */
  readonly instead?: readonly string[];
}

/** An entry as it was when somebody locked it. */
export type LockedEntry = Pick<Concept, 'designations' | 'definition' | 'relations'>;

/** What people did to one entry. It lies over what builds write. */
export interface EntryEdit {
  readonly conceptId: ConceptId;
  /** Set for an entry that a person added. */
  readonly language?: LanguageTag;
  /** All its names, instead of the build's. */
  readonly designations?: readonly Designation[];
  readonly places?: readonly NamedPlaces[];
  readonly note?: string;
  readonly locked?: LockedEntry;
  readonly removed?: 'deleted' | 'merged';
  /** ISO 8601, UTC. */
  readonly removedAt?: string;
  readonly mergedInto?: ConceptId;
  /** Number of the last revision that a person wrote. */
  readonly revision?: number;
}

/** What people decided about one relation. */
export interface RelationDecision {
  readonly conceptId: ConceptId;
  readonly kind: RelationKind;
  readonly target: ConceptId;
  readonly state: 'accepted' | 'rejected';
  readonly evidence: Relation['evidence'];
}

export interface PeoplesWork {
  readonly edits: readonly EntryEdit[];
  readonly decisions: readonly RelationDecision[];
  /** Definitions that people wrote of entries that they added themselves, by the entry. */
  readonly definitions: ReadonlyMap<ConceptId, Definition>;
  /** Names of the categories that people put entries in. */
  readonly categories: ReadonlyMap<ConceptId, string>;
  /** Every concept of the build, also those that are not at hand. */
  readonly builtIds: ReadonlySet<string>;
  /** The documents of the glossary, in their order, with the hashes of the texts that it was built from. */
  readonly documents: ReadonlyMap<DocumentId, { readonly position: number; readonly contentHash: string }>;
}
