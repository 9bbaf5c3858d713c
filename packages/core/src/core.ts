import { availableParallelism } from 'node:os';
import { type Actions, createActions } from './actions/create-actions.ts';
import { KeyRing } from './actions/key-ring.ts';
import { openAnalysisPool } from './analysis/pool.ts';
import type { SkippedFile } from './documents/load-documents.ts';
import type {
  Candidate,
  ConceptId,
  DefinitionProposal,
  PlannedQuestion,
  ProjectId,
  RankedCandidates,
  Run,
  RunBudget,
  RunEstimate,
  RunId,
} from './domain/index.ts';
import { type LanguageModels, type LanguageModelsTools, openLanguageModels } from './llm/open-language-models.ts';
import type { DocumentDigest } from './pipeline/artifacts.ts';
import { termRows } from './extraction/written-forms.ts';
import { documentWorker } from './pipeline/document-worker-place.ts';
import { type DigestCache, type DigestKey, noDigestCache, parseDigest } from './pipeline/digest-cache.ts';
import type { DigestJob } from './pipeline/digest-document.ts';
import type { ExecutionWatch } from './pipeline/execution-context.ts';
import { standaloneExecution } from './pipeline/standalone-execution.ts';
import { environmentSecrets } from './llm/secrets.ts';
import type { Logger } from './runtime/logger.ts';
import { programFingerprint } from './runtime/program-fingerprint.ts';
import { type Build, build, type BuildRequest, estimateOf, finishBuild, type SourceRequest } from './runs/build.ts';
import { createBuildWork } from './runs/build-work.ts';
import type { RunWork } from './runs/pipeline-executor.ts';
import { estimateProposal, type ProposalOrder, proposeDefinition } from './runs/propose-definition.ts';
import { RunManager } from './runs/run-manager.ts';
import { RunQueue } from './runs/run-queue.ts';
import type { RunManagerSettings } from './runs/run-settings.ts';
import { type BuildOrder, estimateBuild, planQuestions, startBuild } from './runs/start-build.ts';
import { openStorage } from './storage/kysely/open-storage.ts';
import type { Storage } from './storage/storage.ts';
import { inSlices } from './runtime/in-slices.ts';

export interface Extraction {
  readonly candidates: RankedCandidates;
  /** The list as people read it: each written form of a candidate is a row, with the candidate's score. */
  readonly rows: readonly Candidate[];
  /** How many of the rows the tool would keep. */
  readonly cut: number;
  readonly skippedFiles: readonly SkippedFile[];
}

/** The built-in engine without a database: nothing is remembered. */
export interface Engine extends AsyncDisposable {
  /** @throws `document/not-found`, `document/none`, `analysis/failed`. */
  extract(request: SourceRequest, watch: ExecutionWatch): Promise<Extraction>;
}

/** The engine over a database. */
export interface Core extends AsyncDisposable {
  readonly storage: Storage;
  /** What a person can do, each one change with history and undo. */
  readonly actions: Actions;
  /** Every build is a run of this manager: in the background, cancelled, resumed, followed. */
  readonly runs: RunManager;
  /** The providers there are, the models that they offer, and whether a connection works. Opens none until asked. */
  readonly languageModels: LanguageModels;
  /** Keys of providers: they go in, and out to their provider alone. */
  readonly keys: Pick<KeyRing, 'put'>;
  /**
   * Starts a run over the documents that a project has, with its settings for whatever is not asked; `runs` follows it.
   *
   * @throws as `RunManager.start`
   */
  startBuild(project: ProjectId, order: BuildOrder): Promise<Run>;
  /**
   * Defines one entry again and changes nothing: a person takes the proposal over (`actions.entries.update`) or leaves it.
   *
   * @throws `storage/not-found` · `entry/locked` · `config/invalid` for an instruction to the built-in engine · `llm/…`
   */
  proposeDefinition(
    place: { readonly project: ProjectId; readonly entry: ConceptId },
    order: ProposalOrder,
    signal?: AbortSignal,
  ): Promise<DefinitionProposal>;
  /** What that would spend, told without a call. @throws as it */
  estimateProposal(
    place: { readonly project: ProjectId; readonly entry: ConceptId },
    order: ProposalOrder,
    signal?: AbortSignal,
  ): Promise<RunEstimate>;
  /** What such a run would spend, told without a call. @throws `config/invalid` */
  estimateBuild(
    project: ProjectId,
    order: Pick<BuildOrder, 'scope' | 'options'>,
    signal?: AbortSignal,
  ): Promise<RunEstimate>;
  /** What the models of such a run would be asked about one term, a question a step. Nobody is asked. @throws `config/invalid` */
  planQuestions(
    project: ProjectId,
    order: Pick<BuildOrder, 'scope' | 'options'> & { readonly about?: string; readonly signal?: AbortSignal },
  ): Promise<readonly PlannedQuestion[]>;
  /**
   * Makes the glossary of a project and waits for it: starts a run, hands on what it tells, and answers what it swapped
   * in. A run of the project that a former process left is finished first when it is the same build, else cancelled.
   * Aborting cancels the run; what it finished is kept for the next one.
   *
   * @throws `document/not-found`, `document/none`, `run/disk-full` and whatever else failed the run · the signal's reason
   */
  build(request: BuildRequest, watch: ExecutionWatch): Promise<Build>;
  /** What that would spend, told without a call. @throws `document/not-found`, `document/none` · the signal's reason */
  estimate(request: BuildRequest, signal: AbortSignal): Promise<RunEstimate>;
  /**
   * Does what a run that failed, was cancelled or is partial left, and waits for it as `build` does.
   *
   * @throws as `build` · `run/not-found` · `run/nothing-to-resume`
   */
  resume(id: RunId, watch: ExecutionWatch, budget?: RunBudget): Promise<Build>;
}

export interface EngineSettings {
  /** Analysis threads, from 1; as many as there are processors unless told. */
  readonly threads?: number;
}

export interface CoreSettings extends EngineSettings {
  readonly databasePath: string;
  /** Works only on the runs of the project of this name; those of others wait. */
  readonly project?: string;
  readonly logger?: Logger;
  readonly runs?: RunManagerSettings;
  /** Where keys of language models come from; without it there are none. */
  readonly languageModels?: LanguageModelsTools;
  /** What runs do instead of building a glossary: for tests of what is around runs. */
  readonly work?: RunWork;
}

/** Opens the engine; threads start with the first document. */
export function openEngine(settings: EngineSettings = {}): Engine {
  const pool = openPool(settings);
  return {
    async extract({ paths, ...options }, watch) {
      await using execution = standaloneExecution(watch);
      const { extractionPipeline } = await import('./pipeline/default-pipeline.ts');
      const pipeline = extractionPipeline({ pool, cache: noDigestCache, ...options });
      const { candidates, skippedFiles } = await pipeline.run({ paths }, execution);
      return { candidates, ...(await inSlices(termRows(candidates), watch.signal)), skippedFiles };
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

/**
 * Opens the database and the engine, and goes on with what a former process left.
 * @throws `storage/unavailable`, `storage/in-use`, `storage/newer-schema`, `storage/disk-full`
 */
export async function openCore({
  databasePath,
  project,
  logger,
  runs: settings,
  languageModels: modelTools,
  work,
  ...engine
}: CoreSettings): Promise<Core> {
  await using opened = new AsyncDisposableStack();
  const storage = opened.use(await openStorage({ path: databasePath }));
  const pool = opened.use(openPool(engine));
  const keys = await KeyRing.open(storage, modelTools?.secrets ?? environmentSecrets({}));
  const languageModels = opened.use(openLanguageModels({ ...modelTools, secrets: keys }));
  const only = project === undefined ? {} : { onlyProject: (await storage.projects.ensure(project)).id };
  const making = { pool, cache: storedDigests(storage), languageModels };
  const program = programFingerprint();
  const runs = opened.use(
    await RunManager.open(storage, work ?? createBuildWork(storage, { ...making, program }), {
      settings: { ...settings, ...only },
      ...(logger === undefined ? {} : { logger }),
    }),
  );
  const queue = opened.use(await RunQueue.open({ storage, runs }, logger === undefined ? {} : { logger }));
  const owned = opened.move();
  return {
    storage,
    actions: createActions({ storage, runs, queue }),
    runs,
    languageModels,
    keys,
    startBuild: (projectId, order) => startBuild({ storage, runs }, projectId, order),
    proposeDefinition: (place, order, signal) => proposeDefinition({ storage, ...making }, place, order, signal),
    estimateProposal: (place, order, signal) => estimateProposal({ storage, ...making }, place, order, signal),
    estimateBuild: (projectId, order, signal) => estimateBuild({ storage, runs }, projectId, order, signal),
    planQuestions: (projectId, order) => planQuestions({ storage, runs }, projectId, order),
    build: (request, watch) => build({ storage, runs }, request, watch),
    estimate: (request, signal) => estimateOf({ storage, runs }, request, signal),
    resume: async (id, watch, budget) => {
      const run = await runs.resume(id, budget === undefined ? {} : { budget });
      return finishBuild({ storage, runs }, run, watch);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function openPool({ threads = availableParallelism() }: EngineSettings) {
  return openAnalysisPool<DigestJob, DocumentDigest>(documentWorker, { threads });
}

const stored = ({ contentHash, maker }: DigestKey) => ({ contentHash, analyzer: maker });

function storedDigests({ analyses }: Storage): DigestCache {
  return {
    async read(keys) {
      const payloads = await analyses.get(keys.map(stored));
      return payloads.map((payload) => (payload === undefined ? undefined : parseDigest(payload)));
    },
    write: (entries) =>
      analyses.put(entries.map(([key, digest]) => ({ ...stored(key), payload: JSON.stringify(digest) }))),
  };
}
