import type { Run as StoredRun } from '@genglossary/core/domain';
import type { AppRouter } from '@genglossary/server';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

export type {
  Change,
  ChangedNoun,
  ChangeKind,
  ConceptId,
  Document,
  DocumentId,
  Done,
  EntryContext,
  EntryDetail,
  EntryPlace,
  EntrySummary,
  FailedItem,
  IssueId,
  Page,
  Project,
  ProjectId,
  ProjectSummary,
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
  TrashedProject,
  UndoToken,
  UploadOutcome,
} from '@genglossary/core/domain';

/** A run as the server tells it. */
export type RunInfo = Omit<StoredRun, 'input'>;

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

export type ExportFormat = Inputs['exports']['create']['format'];
export type ExportOptions = NonNullable<Inputs['exports']['create']['options']>;
export type ExportedFile = Outputs['exports']['create'];

/** Which entries, and in which order. */
export type EntryQuery = Omit<Inputs['entries']['list'], 'projectId' | 'limit' | 'cursor'>;
/** What to change in an entry, and the version that was seen. */
export type EntryChanges = Omit<Inputs['entries']['update'], 'projectId' | 'entryId'>;
export type EntryHistoryItem = Outputs['entries']['history']['items'][number];
