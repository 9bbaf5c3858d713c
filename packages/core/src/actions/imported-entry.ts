import type {
  Designation,
  ImportColumn,
  ImportLeft,
  ImportReason,
  LanguageTag,
  RelationKind,
  Statement,
} from '../domain/index.ts';

/** An entry as a file has it; what the file does not say is not there. */
export interface ImportedEntry {
  /** Line of the table, or number of the entry; from 1. */
  readonly place: number;
  readonly language?: LanguageTag;
  /** The preferred one first; none where the file has no term. */
  readonly names: readonly ImportedName[];
  /** Empty where the file has no definition. */
  readonly statements: readonly ImportedStatement[];
  /** Name of its category. */
  readonly category?: string;
  readonly note?: string;
  /** Those that somebody accepted; what a build proposes, a build proposes again. */
  readonly relations?: readonly { readonly kind: RelationKind; readonly place: ImportedEntry['place'] }[];
  /** Why no entry can be made of it, where that is known from the file alone. */
  readonly unfit?: { readonly reason: ImportReason; readonly detail: string };
}

/** A name; what a table does not say of it, an entry that has it knows better. */
export interface ImportedName extends Pick<Designation, 'text' | 'status' | 'reading' | 'reason' | 'matching'> {
  readonly kind?: Designation['kind'];
  readonly form?: Designation['form'];
}

export interface ImportedStatement {
  readonly text: string;
  readonly role: Statement['role'];
  /** Passages by the names of their documents. */
  readonly evidence?: readonly ImportedPassage[];
}

/** What stands in a document, by its offsets or by the line and column where it begins (both from 1). */
export type ImportedPassage = { readonly document: string; readonly quote: string } & (
  | { readonly start: number; readonly end: number }
  | { readonly line: number; readonly column: number }
);

export interface ReadImport {
  readonly format: 'json' | 'csv' | 'tbx';
  readonly entries: readonly ImportedEntry[];
  readonly columns: readonly ImportColumn[];
  readonly left: readonly ImportLeft[];
}
