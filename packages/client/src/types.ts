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
  FailedItem,
  IssueId,
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
