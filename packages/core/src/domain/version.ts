import type { ConceptId } from './ids.ts';
import type { DiffPart } from './word-diff.ts';

/** A published glossary: it never changes. */
export interface Version {
  /** 1, 2, 3 … within the project. */
  readonly number: number;
  readonly name: string;
  readonly note?: string;
  /** Milliseconds since 1970 (UTC). */
  readonly publishedAt: number;
  /** SHA-256 (hex) of the glossary as JSON: the same glossary has the same one everywhere. */
  readonly sha256: string;
  readonly entries: number;
}

export interface EntryName {
  readonly id: ConceptId;
  readonly term: string;
}

/** An entry that only one of two glossaries has, with what it says there. */
export interface EntryText extends EntryName {
  /** The text of its definition, where it has one. */
  readonly text?: string;
}

/** How an entry differs between two glossaries; what is the same is not there. */
export interface EntryChange extends EntryName {
  /** The preferred name before, where it was another. */
  readonly formerTerm?: string;
  /** The definitions compared word by word. */
  readonly definition?: readonly DiffPart[];
  /** Other names, with their status where it is not `admitted`. */
  readonly namesAdded: readonly string[];
  readonly namesRemoved: readonly string[];
  /** Names of both that are looked for in another way. */
  readonly namesMatched?: readonly string[];
  /** Names of the categories, where it is in another one; null: in none. */
  readonly category?: { readonly before: string | null; readonly after: string | null };
  readonly relationsAdded: readonly string[];
  readonly relationsRemoved: readonly string[];
}

/** What became of a glossary. */
export interface GlossaryDiff {
  readonly added: readonly EntryText[];
  readonly removed: readonly EntryText[];
  readonly changed: readonly EntryChange[];
  readonly unchanged: number;
}

/** What became of a glossary since a version, without what people accepted. */
export interface OpenChanges extends GlossaryDiff {
  /** How many entries are left out. */
  readonly accepted: number;
}

/** What is said of changes since a version: they stay and are not shown again, or they are taken back. */
export interface ChangeDecision {
  /** Number of the version that they are changes of. */
  readonly version: number;
  /** Of entries; all that are left where none are named. */
  readonly ids?: readonly ConceptId[];
  readonly decision: 'accepted' | 'rejected';
}
