import type { ChangedNoun, EntryDetail, Run } from '@genglossary/core/domain';

export type {
  Document,
  EntryContext,
  EntryDetail,
  EntryPlace,
  EntrySummary,
  ProjectSummary,
  StoredDocument,
  UploadOutcome,
} from '@genglossary/core/domain';

/** How a change is taken back; nothing where nothing changed. */
export type Undo = { readonly token: string } | undefined;

export interface UploadFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export type RunInfo = Omit<Run, 'input'>;

/** What a change can touch; runs have their own journal and are told apart. */
export type Noun = ChangedNoun | 'run';

export interface DefinitionEdit {
  readonly ifVersion: string;
  /** Its sentences. */
  readonly statements: readonly string[];
}

/** A save, or what somebody else saved meanwhile. */
export type DefineOutcome =
  | { readonly outcome: 'saved'; readonly undo: Undo }
  | { readonly outcome: 'conflict'; readonly theirs: EntryDetail };

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}
