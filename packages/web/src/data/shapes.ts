import type { ChangedNoun, DocumentId, EntryDetail, Range } from '@genglossary/core/domain';

export type {
  DismissalReason,
  Document,
  EntryContext,
  EntryDetail,
  EntryPlace,
  EntrySummary,
  GlossaryDiff,
  IssueDecision,
  IssueView,
  ProjectSummary,
  RuleEffect,
  StoredDocument,
  TermDecision,
  UploadOutcome,
  Version,
  WorkbenchTerm,
} from '@genglossary/core/domain';

/** How a change is taken back; nothing where nothing changed. */
export type Undo = { readonly token: string } | undefined;

export interface UploadFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export type { RunInfo } from '@genglossary/client';

/** What a change can touch; runs have their own journal and are told apart. */
export type Noun = ChangedNoun | 'run';

export interface DefinitionEdit {
  readonly ifVersion: string;
  /** Its sentences. */
  readonly statements: readonly string[];
}

/** A passage of a document that shall bear a statement of an entry. */
export interface Citation {
  /** Which of its statements. */
  readonly statement: number;
  readonly documentId: DocumentId;
  readonly range: Range;
  /** Exactly what stands there. */
  readonly quote: string;
}

/** A save, or what somebody else saved meanwhile. */
export type DefineOutcome =
  | { readonly outcome: 'saved'; readonly undo: Undo }
  | { readonly outcome: 'conflict'; readonly theirs: EntryDetail };

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
  /** Written in it. */
  readonly entries: number;
}

/** A published version, or the glossary as it is now. */
export type VersionRef = number | 'current';

/** A term, or a pattern of terms, that is always or never in the glossary. */
export interface TermListRule {
  readonly list: 'required' | 'excluded';
  readonly pattern: string;
}
