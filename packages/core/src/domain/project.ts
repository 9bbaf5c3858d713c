import type { LanguageTag } from './document.ts';
import type { ProjectId, RunId } from './ids.ts';
import type { RunStatus } from './run.ts';

/** A body of documents and everything made from it. */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** The language of its documents, where a person told; else it is detected. */
  readonly language?: LanguageTag;
  /** Subject field, in a person's words. */
  readonly subject?: string;
  /** ISO 8601, UTC: set aside, but all there. */
  readonly archivedAt?: string;
}

/** A project as a list of projects shows it. */
export interface ProjectSummary extends Project {
  readonly documents: number;
  readonly entries: number;
  readonly openIssues: number;
  /** Documents that are new, changed or gone since the last build, by their content. */
  readonly changedDocuments: number;
  /** The run that waits or works. */
  readonly activeRun?: { readonly id: RunId; readonly status: RunStatus };
  readonly lastRun?: { readonly id: RunId; readonly status: RunStatus; readonly finishedAt?: number };
  /** Number of its last change. */
  readonly lastChange: number;
}

/** A project in the trash. */
export interface TrashedProject {
  readonly id: ProjectId;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly trashedAt: string;
}
