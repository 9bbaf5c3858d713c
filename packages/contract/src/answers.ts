import type { DocumentId, Run as StoredRun, RunEvent, UndoToken, UploadOutcome } from '@genglossary/core/domain';
import type { AppRouter } from '@genglossary/server';
import type { inferRouterOutputs } from '@trpc/server';

export type {
  CallOutcome,
  Category,
  CategoryColour,
  CategoryId,
  Change,
  ChangeDecision,
  ChangedNoun,
  ChangeKind,
  ConceptId,
  DefinitionProposal,
  Document,
  DocumentId,
  DocumentOrigin,
  Done,
  EntryContext,
  EntryDetail,
  EntryPlace,
  EntrySummary,
  FailedItem,
  FoundWords,
  GlossaryDiff,
  ImportChoice,
  ImportColumn,
  Imported,
  ImportedRelation,
  ImportField,
  ImportOutcome,
  ImportPlan,
  ImportReason,
  ImportRow,
  ImportSide,
  Insights,
  IssueDecision,
  IssueId,
  IssueView,
  ModelCallText,
  NameMatching,
  PlannedQuestion,
  ModelStep,
  ListPage,
  OpenChanges,
  Page,
  Project,
  ProjectId,
  ProjectSummary,
  Prose,
  RecordedCall,
  RelationGraph,
  RuleCount,
  RuleEffect,
  RunBudget,
  RunCounts,
  RunEstimate,
  RunEvent,
  RunFailure,
  RunId,
  RunScope,
  RunStatus,
  RunUsage,
  StoredDocument,
  TermDecision,
  TermIndex,
  TermLists,
  TermRule,
  TrashedProject,
  UndoToken,
  UploadOutcome,
  VariantGroup,
  VariantTerm,
  Version,
  WorkbenchTerm,
} from '@genglossary/core/domain';

type Outputs = inferRouterOutputs<AppRouter>;

/** A run as the server tells it, with the settings that it works with. */
export type RunInfo = Omit<StoredRun, 'input'> & Pick<Outputs['runs']['get'], 'settings' | 'outcome'>;

export type LanguageModelProvider = Outputs['languageModels']['providers'][number];
export type ConnectionReport = Outputs['languageModels']['test'];

/** What is set, where it comes from, what holds, and which keys there are. */
export type Settings = Outputs['settings']['get'];
export type ProviderKey = Settings['keys'][number];
export type ProviderName = ProviderKey['provider'];

/** What became of each file of an upload, however many requests it took. */
export interface UploadResult {
  /** In the order of the files. */
  readonly outcomes: readonly UploadOutcome[];
  readonly added: readonly DocumentId[];
  readonly updated: readonly DocumentId[];
  readonly rejected: readonly Extract<UploadOutcome, { readonly outcome: 'rejected' }>[];
  /** A run waits for what is new, and begins as soon as no other one is in its way: `runs.current`. */
  readonly isRunQueued: boolean;
  /** One for each request that was needed. */
  readonly undo: readonly UndoToken[];
}

export type RemovedCategory = Outputs['categories']['remove']['value'];
export type OfferedFormat = Outputs['exports']['formats'][number];
export type ExportPreview = Outputs['exports']['preview'];
export type ExportedFile = Outputs['exports']['create'];

export type EntryHistoryItem = Outputs['entries']['history']['items'][number];
export type NamePreview = Outputs['entries']['preview'];
export type RemovalImpact = Outputs['documents']['impact'];
export type TrashedItem = Outputs['trash']['list']['items'][number];

/** What a run tells. `seq` numbers its events 1, 2, 3 … without gaps; go on after it with `after`. */
export type RunEventMessage =
  | (RunEvent & { readonly seq: number; readonly at: number })
  /** The server keeps the journals of the last runs only: these events are gone. */
  | { readonly type: 'events-truncated'; readonly from: number; readonly to: number; readonly seq: number }
  /** Not an event: the run is over, but its end cannot be saved at the moment. */
  | {
      readonly type: 'status-unsaved';
      readonly status: string;
      readonly tries: number;
      readonly code: string;
      readonly seq: number;
    };
