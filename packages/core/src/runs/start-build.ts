import { requireProject } from '../actions/require-project.ts';
import { readSettings } from '../actions/settings-actions.ts';
import {
  type ModelStep,
  modelSteps,
  type PlannedQuestion,
  type ProjectId,
  type Run,
  type RunBudget,
  type RunEstimate,
  type RunFailure,
  runId,
  type RunScope,
  type EffectiveSettings,
  type LanguageModelSettings,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Storage } from '../storage/storage.ts';
import { contentHash } from '../text/content-hash.ts';
import type { BuildInput } from './build-input.ts';
import type { RunManager, RunRequest } from './run-manager.ts';

/** What somebody asks of a build of the documents that a project has; the settings answer what is not asked. */
export interface BuildOrder {
  readonly scope: RunScope;
  /** The same key gives the same run. */
  readonly key?: string;
  readonly budget?: RunBudget;
  readonly options: Pick<
    BuildInput,
    'title' | 'language' | 'limit' | 'required' | 'excluded' | 'outputLanguage' | 'keepsCallTexts'
  > & {
    /** A model and its steps, or the built-in engine for all of them; whoever the settings say unless told. */
    readonly languageModel?: NonNullable<BuildInput['languageModel']> | 'built-in';
  };
}

export interface BuildTools {
  readonly storage: Storage;
  readonly runs: RunManager;
}

/**
 * Starts a run with the settings that hold now: they are kept with it, so that it is the same until it ends.
 *
 * @throws as `RunManager.start`
 */
export function startBuild(tools: BuildTools, projectId: ProjectId, order: BuildOrder): Promise<Run> {
  return ordered(tools, projectId, order, (request) => tools.runs.start(request));
}

/**
 * Tells of a run that could not be started: it has failed, with the settings that hold now for whoever resumes it.
 *
 * @throws as `RunManager.recordUnstarted`
 */
export function recordUnstarted(
  tools: BuildTools,
  { project, ...order }: BuildOrder & { readonly project: ProjectId },
  failure: RunFailure,
): Promise<Run> {
  return ordered(tools, project, order, (request) => tools.runs.recordUnstarted(request, failure));
}

async function ordered(
  { storage, runs }: BuildTools,
  projectId: ProjectId,
  { key, ...order }: BuildOrder,
  make: (request: RunRequest) => Promise<Run>,
): Promise<Run> {
  const { scope, budget } = order;
  const { effective } = await readSettings(storage, projectId);
  const most = budget ?? effective.budget;
  const request = contentHash(JSON.stringify([scope, budget, order.options]));
  const input: BuildInput = { ...completed(order, effective), request };
  try {
    return await make({
      projectId,
      scope,
      input: JSON.stringify(input),
      ...(key === undefined ? {} : { key }),
      ...(most === undefined ? {} : { budget: most }),
    });
  } catch (error) {
    if (!GlossaryError.is(error, 'run/key-reused')) throw error;
    // Sent again after the settings were changed: it is the run that it was.
    const run = await runs.find(runId(error.details.runId));
    if ((JSON.parse(run.input) as BuildInput).request === request) return run;
    throw error;
  }
}

/** What such a run would spend. */
export async function estimateBuild(
  { storage, runs }: BuildTools,
  projectId: ProjectId,
  order: Pick<BuildOrder, 'scope' | 'options'>,
  signal?: AbortSignal,
): Promise<RunEstimate> {
  await requireProject(storage, projectId);
  const { effective } = await readSettings(storage, projectId);
  return runs.estimate({ projectId, input: JSON.stringify(completed(order, effective)) }, given(signal));
}

/**
 * What the models of such a run would be asked about one term: of each step the question that names it, or the first one
 * where none does. Nobody is asked.
 *
 * @throws `config/invalid` · `storage/not-found` · the signal's reason
 */
export async function planQuestions(
  { storage, runs }: BuildTools,
  projectId: ProjectId,
  {
    about,
    signal,
    ...order
  }: Pick<BuildOrder, 'scope' | 'options'> & {
    readonly about?: string;
    readonly signal?: AbortSignal;
  },
): Promise<readonly PlannedQuestion[]> {
  await requireProject(storage, projectId);
  const { effective } = await readSettings(storage, projectId);
  const byStep = new Map<ModelStep, PlannedQuestion>();
  const names = ({ items }: PlannedQuestion) => items.some((item) => item === about);
  await runs.estimate(
    { projectId, input: JSON.stringify(completed(order, effective)) },
    {
      ...given(signal),
      onQuestion(question) {
        const found = byStep.get(question.step);
        if (found === undefined || (names(question) && !names(found))) byStep.set(question.step, question);
      },
    },
  );
  return modelSteps.flatMap((step) => byStep.get(step) ?? []);
}

function given(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

/** The steps of a scope that a language model can do. */
const STEPS: Readonly<Record<RunScope, readonly ModelStep[]>> = { full: modelSteps, extract: ['classify'] };

function completed(
  { scope, options: { languageModel, ...options } }: Pick<BuildOrder, 'scope' | 'options'>,
  settings: EffectiveSettings,
): BuildInput {
  const { styleGuide, outputLanguage, messageLanguage, keepsCallTexts } = settings;
  return {
    ...(keepsCallTexts ? { keepsCallTexts } : {}),
    ...(outputLanguage === undefined ? {} : { outputLanguage }),
    ...options,
    ...(styleGuide === undefined ? {} : { styleGuide }),
    ...(messageLanguage === undefined ? {} : { messageLanguage }),
    ...(languageModel === undefined
      ? { stepModels: modelsOf(settings, STEPS[scope]) }
      : languageModel === 'built-in'
        ? {}
        : {
            languageModel: { ...languageModel, steps: languageModel.steps.filter((one) => STEPS[scope].includes(one)) },
          }),
  };
}

function modelsOf(
  { steps }: EffectiveSettings,
  done: readonly ModelStep[],
): Partial<Record<ModelStep, LanguageModelSettings>> {
  const models: Partial<Record<ModelStep, LanguageModelSettings>> = {};
  for (const step of done) {
    const worker = steps[step];
    if (worker !== 'built-in') models[step] = worker;
  }
  return models;
}
