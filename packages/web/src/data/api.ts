import type { ConceptId, DocumentId, ProjectId, RunId } from '@genglossary/core/domain';
import type { ExportFormat } from '@genglossary/client';
import { createContext, useContext } from 'react';
import type { RunMessage } from './run-view.ts';
import type {
  DefineOutcome,
  DefinitionEdit,
  Document,
  EntryContext,
  EntryDetail,
  EntrySummary,
  EntryPlace,
  ExportedFile,
  Noun,
  ProjectSummary,
  RunInfo,
  StoredDocument,
  Undo,
  UploadFile,
  UploadOutcome,
} from './shapes.ts';

/** What the app asks of the server. `client-api.ts` answers it with the client, tests with a script. */
export interface Api {
  readonly projects: {
    list(): Promise<readonly ProjectSummary[]>;
    get(id: ProjectId): Promise<ProjectSummary>;
    create(project: { readonly name: string; readonly language?: string }): Promise<{ readonly id: ProjectId }>;
    remove(id: ProjectId): Promise<Undo>;
    /** Tells whenever something of a project changed, what it was; ends with the signal. */
    changes(id: ProjectId, options: { readonly signal: AbortSignal }): AsyncIterable<readonly Noun[]>;
  };
  readonly documents: {
    list(project: ProjectId): Promise<readonly StoredDocument[]>;
    get(project: ProjectId, id: DocumentId): Promise<Document>;
    /** Where entries stand in it, in its order. */
    places(project: ProjectId, id: DocumentId): Promise<readonly EntryPlace[]>;
    upload(
      project: ProjectId,
      files: readonly UploadFile[],
      options: { readonly signal: AbortSignal },
    ): Promise<readonly UploadOutcome[]>;
    remove(project: ProjectId, ids: readonly DocumentId[]): Promise<Undo>;
  };
  readonly runs: {
    list(project: ProjectId): Promise<readonly RunInfo[]>;
    get(id: RunId): Promise<RunInfo>;
    start(project: ProjectId, options: { readonly title: string }): Promise<RunId>;
    resume(id: RunId): Promise<RunId>;
    cancel(id: RunId): Promise<void>;
    /** Every event once and in order, through lost connections, until the run is over. */
    events(id: RunId, options: { readonly after: number; readonly signal: AbortSignal }): AsyncIterable<RunMessage>;
  };
  readonly entries: {
    list(project: ProjectId): Promise<readonly EntrySummary[]>;
    get(project: ProjectId, id: ConceptId): Promise<EntryDetail>;
    /** Where its names stand, in the order of documents and their texts; at most so many. */
    contexts(project: ProjectId, id: ConceptId, options: { readonly limit: number }): Promise<readonly EntryContext[]>;
    define(project: ProjectId, id: ConceptId, edit: DefinitionEdit): Promise<DefineOutcome>;
  };
  readonly exports: {
    formats(): Promise<readonly ExportFormat[]>;
    create(project: ProjectId, format: ExportFormat): Promise<readonly ExportedFile[]>;
  };
  undo(token: string): Promise<void>;
}

export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('There is no Api around this component.');
  return api;
}
