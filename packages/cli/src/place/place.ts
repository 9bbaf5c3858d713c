import type { EntryExport, ExportChoice, ExporterName, ExportOptions } from '@genglossary/core';
import type { LanguageTag, ProjectId, Run, RunEvent, RunId } from '@genglossary/core/domain';

/** Where glossaries and runs are: in the database of a folder, or behind a server. Commands know no difference. */
export interface Place extends AsyncDisposable {
  /** Sorted by name. */
  projects(): Promise<readonly NamedProject[]>;
  /** What the entries of a project are called; `undefined` where it has no glossary yet. */
  glossary(project: ProjectId): Promise<LookedUp | undefined>;
  /** The glossary in a format, in pieces. @throws `glossary/none` · `storage/not-found` for a version */
  exported(project: NamedProject, format: ExporterName, options: ExportRequest): Promise<Iterable<string>>;
  /** Newest first. */
  runs(project: ProjectId, options?: { readonly limit?: number }): Promise<readonly RunFacts[]>;
  /** @throws `run/not-found` */
  run(id: RunId): Promise<RunFacts>;
  /** What a run tells, from its first event that is kept or from behind `after`, until it is over. */
  follow(id: RunId, options: { readonly after?: number; readonly signal: AbortSignal }): AsyncIterable<Told>;
  /** Asks it to stop and waits until it has; one that is over stays as it is. */
  cancel(run: RunFacts, options: { readonly signal: AbortSignal }): Promise<RunFacts>;
}

export interface NamedProject {
  readonly id: ProjectId;
  readonly name: string;
}

/** The entries of a glossary, to be found by their names. */
export interface LookedUp {
  readonly entries: readonly {
    readonly id: string;
    readonly language: LanguageTag;
    readonly names: readonly string[];
  }[];
  /** One of `entries`, whole. */
  entry(id: string): EntryExport;
}

/** How and what to export, as every place understands it. */
export type ExportRequest = ExportChoice & Pick<ExportOptions, 'byteOrderMark' | 'includeIssues' | 'locale'>;

/** A run as commands tell it: only a database of this machine knows all that was asked for. */
export type RunFacts = Omit<Run, 'input'> & { readonly input?: string };

export type Told =
  | { readonly type: 'event'; readonly seq: number; readonly at: number; readonly event: RunEvent }
  /** These events are no longer kept. */
  | { readonly type: 'truncated'; readonly from: number; readonly to: number }
  /** The run is over, but its end cannot be saved at the moment. */
  | { readonly type: 'status-unsaved' };
