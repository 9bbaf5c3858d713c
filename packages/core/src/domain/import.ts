import type { RelationKind } from './concept.ts';
import type { ConceptId } from './ids.ts';

/** What a column of a table can hold. */
export const importFields = [
  'term',
  'reading',
  'language',
  'abbreviations',
  'other-names',
  'deprecated-names',
  'forbidden-names',
  'definition',
  'context',
  'category',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** A column of a table that was handed in, and what it is taken for. */
export interface ImportColumn {
  readonly header: string;
  /** `null`: it is left out. */
  readonly field: ImportField | null;
  /** Share of the rows that have something in it, 0–1. */
  readonly filled: number;
}

export const importOutcomes = ['create', 'update', 'same', 'conflict', 'skipped'] as const;
/**
 * What becomes of a row. `update` adds something, or replaces what the tool itself wrote; `conflict` would replace what a
 * person wrote, and leaves it unless somebody chooses otherwise.
 */
export type ImportOutcome = (typeof importOutcomes)[number];

export const importChoices = ['mine', 'theirs', 'both'] as const;
/**
 * Where the glossary and the file differ: `mine` leaves the entry as it is, `theirs` takes what the file says (no name is
 * lost), `both` keeps the definition that is there and takes the names of the file as further names.
 */
export type ImportChoice = (typeof importChoices)[number];

export type ImportReason =
  /** Skipped. */
  | 'empty-term'
  | 'repeated'
  | 'unusable'
  | 'other-language'
  | 'no-usable-name'
  /** In conflict. */
  | 'person-wrote-definition'
  | 'person-chose-names'
  | 'person-chose-category'
  | 'person-wrote-note'
  | 'locked';

/** An entry as one of the two sides has it. */
export interface ImportSide {
  /** The preferred one first. */
  readonly names: readonly string[];
  readonly definition?: string;
  /** Name of its category. */
  readonly category?: string;
  readonly note?: string;
}

export interface ImportedRelation {
  readonly kind: RelationKind;
  readonly target: ConceptId;
  /** The other entry, as the file calls it. */
  readonly term: string;
}

export interface ImportRow {
  /** Line of the table where it begins, or number of the entry in the export or the termbase; from 1. */
  readonly place: number;
  readonly term: string;
  readonly outcome: ImportOutcome;
  readonly reason?: ImportReason;
  /** The reason as a sentence. */
  readonly detail?: string;
  /** The entry that the row is about. */
  readonly entry?: ConceptId;
  readonly mine?: ImportSide;
  /** As it would be with `theirs`. */
  readonly theirs?: ImportSide;
  /** Relations that it adds, which the file says somebody accepted. */
  readonly relations?: readonly ImportedRelation[];
  /** What is done unless somebody chooses otherwise. */
  readonly choice?: ImportChoice;
  /** What can be chosen; nothing where there is nothing to choose. */
  readonly choices: readonly ImportChoice[];
}

/** What a file says that a glossary has no place for. */
export interface ImportLeft {
  /** Names in a language that is not read, with all that is said about them, or fields. */
  readonly kind: 'names' | 'field';
  /** The language, or the field, as the file calls it. */
  readonly name: string;
  readonly count: number;
}

/** What an import would do: nothing is written before it is applied, and what is applied is this. */
export interface ImportPlan {
  readonly id: string;
  readonly fileName: string;
  readonly format: 'json' | 'csv' | 'tbx';
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** In the order of the file. */
  readonly rows: readonly ImportRow[];
  /** Of a table. */
  readonly columns: readonly ImportColumn[];
  /** Of a termbase: what is not taken from it. */
  readonly left: readonly ImportLeft[];
}

/** What an import did. */
export interface Imported {
  readonly created: readonly ConceptId[];
  readonly updated: readonly ConceptId[];
  /** Rows that changed nothing: the same, skipped, or left by choice. */
  readonly unchanged: number;
}
