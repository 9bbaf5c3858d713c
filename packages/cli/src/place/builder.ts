import type { Build, ExecutionWatch, Exporter, ExporterName, NewFile } from '@genglossary/core';
import type { RunBudget, RunEstimate, RunId, RunOutcome } from '@genglossary/core/domain';
import type { ChosenModel } from '../language-model.ts';
import type { ExportRequest, RunFacts } from './place.ts';

/** Who makes glossaries: this process over the database of a folder, or a server. */
export interface Builder extends AsyncDisposable {
  /** Where the glossary is kept: the path of a database, or the address of a server. */
  readonly where: string;
  /** Reads the paths, starts the run of a build and waits for it. Aborting cancels the run. */
  build(request: PathsRequest, watch: ExecutionWatch): Promise<MadeGlossary>;
  /** What that build would spend, told without a call. A server is asked about the documents that it has. */
  estimate(request: PathsRequest, signal: AbortSignal): Promise<RunEstimate>;
  /** Does what a run left. */
  resume(id: RunId, watch: ExecutionWatch, budget?: RunBudget): Promise<MadeGlossary>;
}

export interface PathsRequest {
  /** Name of the project; it is made where it does not exist. */
  readonly project: string;
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  /** Patterns of names that are not sources. */
  readonly exclude: readonly string[];
  readonly title?: string;
  readonly language?: string;
  readonly limit?: number;
  readonly required?: readonly string[];
  readonly excluded?: readonly string[];
  readonly languageModel?: ChosenModel;
  /** In which the model writes definitions. */
  readonly outputLanguage?: string;
  /** The most that it may spend. */
  readonly budget?: RunBudget;
}

/** What a build came to, and how it is written to files. */
export interface MadeGlossary {
  readonly run: RunFacts;
  readonly skippedFiles: readonly NotRead[];
  readonly documents: number;
  readonly entries: readonly MadeEntry[];
  readonly openIssues: number;
  /** What became of the glossary before it. */
  readonly outcome?: RunOutcome;
  files(
    formats: readonly Format[],
    options: Pick<ExportRequest, 'byteOrderMark' | 'includeIssues'>,
  ): Promise<readonly NewFile[]>;
}

export interface MadeEntry {
  readonly term: string;
  readonly names: readonly string[];
  readonly language: string;
  readonly isExplained: boolean;
  /** How sure its definition is, 0–1. */
  readonly confidence: number;
  readonly occurrences: number;
}

export type Format = Exporter & { readonly name: ExporterName };

/** A file that was not read, and why. */
export type NotRead = Pick<Build['skippedFiles'][number], 'name' | 'detail'> & { readonly reason: string };
