import type { SkippedFile, SkipReason } from '../documents/load-documents.ts';
import {
  type Glossary,
  type LanguageTag,
  type ReportEvent,
  type Run,
  type RunBudget,
  type RunEstimate,
  type RunEvent,
  type RunFailure,
  type RunOutcome,
  runId,
} from '../domain/index.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { ExecutionWatch } from '../pipeline/execution-context.ts';
import type { Storage } from '../storage/storage.ts';
import type { BuildInput } from './build-input.ts';
import type { RunManager } from './run-manager.ts';

/** What `extract` and `build` read. */
export interface SourceRequest {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  /** Patterns of names that are not sources. */
  readonly exclude?: readonly string[];
  /** The language of all documents, where it is not to be detected. */
  readonly language?: LanguageTag;
}

export interface BuildRequest extends SourceRequest {
  /** Name of the project; it is made where it does not exist. */
  readonly project: string;
  readonly title?: string;
  /** At most so many terms, beside the required ones. */
  readonly limit?: number;
  /** Added to the project's lists. */
  readonly required?: readonly string[];
  readonly excluded?: readonly string[];
  /** A language model and the steps that it does. */
  readonly languageModel?: BuildInput['languageModel'];
  /** In which the model writes definitions (BCP 47); that of each entry unless told. */
  readonly outputLanguage?: LanguageTag;
  /** Whether the words of questions to the model and of its answers are kept, to be looked at. */
  readonly keepsCallTexts?: boolean;
  /** The most that it may spend. */
  readonly budget?: RunBudget;
}

export interface Build {
  /** As it is stored. */
  readonly run: Run;
  readonly glossary: Glossary;
  readonly skippedFiles: readonly SkippedFile[];
  /** What became of the glossary before it. */
  readonly outcome?: RunOutcome;
}

interface BuildTools {
  readonly storage: Storage;
  readonly runs: RunManager;
}

/** Starts the run of a build, hands on what it tells, and answers what it came to. */
export async function build(
  tools: BuildTools,
  { project: name, budget, ...request }: BuildRequest,
  watch: ExecutionWatch,
): Promise<Build> {
  watch.signal.throwIfAborted();
  const { id: projectId } = await tools.storage.projects.ensure(name);
  const asked = { projectId, scope: 'full', input: JSON.stringify(inputOf(request)) } as const;
  const start = budget === undefined ? asked : { ...asked, budget };
  return finishBuild(tools, await startOver(tools.runs, start, watch.signal), watch);
}

/** What such a build would spend, without a call. */
export async function estimateOf(
  { storage, runs }: BuildTools,
  { project: name, budget: _budget, ...request }: BuildRequest,
  signal: AbortSignal,
): Promise<RunEstimate> {
  signal.throwIfAborted();
  const { id: projectId } = await storage.projects.ensure(name);
  return runs.estimate({ projectId, input: JSON.stringify(inputOf(request)) }, { signal });
}

function inputOf({ title = 'Glossary', ...request }: Omit<BuildRequest, 'project' | 'budget'>): BuildInput {
  return { title, ...request };
}

/** Hands on what the run of a build tells until it is over, and answers what it came to. Aborting cancels it. */
export async function finishBuild(
  { storage, runs }: BuildTools,
  { id, projectId }: Run,
  { signal, report }: ExecutionWatch,
): Promise<Build> {
  const skippedFiles: SkippedFile[] = [];
  const following = new AbortController();
  // Who asked for the end must not wait for one that was never ordered.
  const onAbort = () => void runs.cancel(id).catch((error: unknown) => following.abort(error));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    // Followed to its end even when it was cancelled: only then is everything saved.
    for await (const followed of runs.journal.follow(id, { signal: following.signal })) {
      if (followed.type !== 'page') continue;
      for (const { event } of followed.entries) {
        if (event.type === 'run-start') skippedFiles.length = 0;
        if (event.type === 'document-skipped') {
          const { name: file, reason, detail } = event;
          skippedFiles.push({ name: file, reason: reason as SkipReason, ...(detail === undefined ? {} : { detail }) });
        }
        if (isReport(event)) report(event);
      }
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  const run = await runs.find(id);
  if (run.status === 'cancelled') {
    signal.throwIfAborted();
    throw new DOMException('The run was cancelled.', 'AbortError');
  }
  const { failure } = run;
  if (failure !== undefined && run.status === 'failed') throw errorOf(failure);
  const glossary = await storage.glossary.read(projectId);
  if (glossary === undefined) {
    // A run that goes as far as the terms makes none, and before it there was none.
    throw new GlossaryError('glossary/none', `Run ${id} is ${run.status}, and there is no glossary yet.`, {
      details: { project: projectId },
    });
  }
  const outcome = (await storage.runOutcomes.read([id])).get(id);
  return { run, glossary, skippedFiles, ...(outcome === undefined ? {} : { outcome }) };
}

/** Finishes the same build where a former process left it; gives another one up. */
async function startOver(
  runs: RunManager,
  request: Parameters<RunManager['start']>[0],
  signal: AbortSignal,
): Promise<Run> {
  for (;;) {
    try {
      return await runs.start(request);
    } catch (error) {
      if (!GlossaryError.is(error, 'run/already-active')) throw error;
      const active = await runs.find(runId(error.details.runId));
      if (active.input === request.input && active.scope === request.scope) return active;
      await runs.cancel(active.id);
      await runs.settled(active.id, { signal });
    }
  }
}

/** The failure of a run as the error it was. */
export function errorOf({ code, message, details = {} }: RunFailure): Error {
  if (code === 'unexpected') return new Error(message);
  // Stored from a `GlossaryError` of that code, details and all.
  return new GlossaryError(code as ErrorCode, message, { details: details as never });
}

/** What a run tells that a step told. */
export function isReport(event: RunEvent): event is ReportEvent {
  switch (event.type) {
    case 'step-start':
    case 'step-progress':
    case 'step-end':
    case 'document-skipped':
    case 'item-failed':
    case 'glossary-unchanged':
    case 'log':
      return true;
    case 'run-queued':
    case 'run-start':
    case 'run-cancel':
    case 'run-interrupted':
    case 'run-end':
    case 'events-skipped':
      return false;
    default:
      return event satisfies never;
  }
}
