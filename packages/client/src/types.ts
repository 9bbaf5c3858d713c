export type {
  ConceptId,
  DocumentId,
  FailedItem,
  IssueId,
  ProjectId,
  RunBudget,
  RunCounts,
  RunEstimate,
  RunEvent,
  RunFailure,
  RunId,
  RunScope,
  RunStatus,
  RunUsage,
} from '@genglossary/core/domain';
import type { Run as StoredRun } from '@genglossary/core/domain';

/** A run as the server tells it. */
export type RunInfo = Omit<StoredRun, 'input'>;
