import type { Concept, Designation, Relation } from './concept.ts';
import type { Definition, DefinitionState } from './definition.ts';
import type { Range } from './document.ts';
import type { CategoryId, ConceptId, DocumentId } from './ids.ts';
import type { Issue } from './issue.ts';

/** How well an entry is explained: by a definition, only by words that show it in use, or not at all. */
export const entryStates = ['defined', 'in-use', 'unexplained'] as const;
export type EntryState = (typeof entryStates)[number];

/** What its definition, or the want of one, makes of an entry. */
export function entryStateOf(definition: Definition | undefined): EntryState {
  if (definition === undefined || definition.statements.length === 0) return 'unexplained';
  return definition.statements.some(({ role }) => role === 'definition') ? 'defined' : 'in-use';
}

/** An entry as a list shows it. */
export interface EntrySummary {
  readonly id: ConceptId;
  /** Stands for everything that people can edit in it: whoever changes the entry names the version they saw. */
  readonly version: string;
  readonly language: string;
  readonly term: string;
  readonly reading?: string;
  /** The heading it stands under: `#`, `A`–`Z`, `あ` … `わ`, or its own first letter. */
  readonly letter: string;
  /** Its other names. */
  readonly names: readonly string[];
  /** Those of them that are not to be used; absent where all may be. */
  readonly forbidden?: readonly string[];
  readonly state: EntryState;
  /** The statements, joined by spaces. */
  readonly definition?: string;
  readonly definitionState?: DefinitionState;
  /** 0–1, of the definition. */
  readonly confidence?: number;
  readonly isLocked: boolean;
  /** Somebody added it by hand. */
  readonly isAdded: boolean;
  /** A person wrote its definition, or other names; to add or to merge is not to edit. */
  readonly isEdited: boolean;
  readonly note?: string;
  readonly categoryId?: CategoryId;
  readonly occurrences: number;
  /** Documents that it stands in. */
  readonly documents: number;
  readonly openIssues: number;
  readonly score: number;
  /** `false` for what people added and the tool did not take for a term by itself: `score` means nothing. */
  readonly isScored: boolean;
  readonly reason: Concept['reason'];
}

/** An entry with everything that is known about it, but for where it stands: that is paged. */
export interface EntryDetail extends EntrySummary {
  readonly designations: readonly Designation[];
  readonly current?: Definition;
  /** Every kept revision, oldest first. */
  readonly revisions: readonly Definition[];
  readonly relations: readonly (Relation & { readonly term: string })[];
  readonly issues: readonly Issue[];
  /** What was merged into it. */
  readonly merged: readonly ConceptId[];
  readonly scoreParts: Concept['scoreParts'];
  /** How often in each document, in their order. */
  readonly spread: readonly { readonly documentId: DocumentId; readonly name: string; readonly count: number }[];
}

/** A name of an entry in its surroundings: a line of a concordance. */
export interface EntryContext {
  readonly documentId: DocumentId;
  readonly documentName: string;
  readonly range: Range;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Words before it as they are read, without marks, on one line. */
  readonly before: string;
  /** Exactly as it stands in the document. */
  readonly match: string;
  readonly after: string;
}

/** Where some words stand in documents, in the order of the documents' names and their texts. */
export interface FoundWords {
  /** The first places, as many as were asked for. */
  readonly items: readonly EntryContext[];
  /** All places. */
  readonly total: number;
  /** Documents that have any. */
  readonly documents: number;
}

/** Where an entry stands in a document. */
export interface EntryPlace {
  readonly entry: ConceptId;
  readonly range: Range;
}

/** Some of a list, and how to go on. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Of all pages, after filtering. */
  readonly total: number;
  /** Gives the next page; not there at the end. */
  readonly cursor?: string;
}

/** A page that may begin anywhere in its list. */
export interface ListPage<Item> extends Page<Item> {
  /** Items before the first one of this page. */
  readonly offset: number;
}
