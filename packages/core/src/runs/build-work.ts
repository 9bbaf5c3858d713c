import { countChanges } from '../actions/diff-glossaries.ts';
import type {
  Glossary,
  LanguageModelSettings,
  ModelStep,
  PlannedQuestion,
  ProjectId,
  RunOutcome,
} from '../domain/index.ts';
import { selectTerms } from '../extraction/select-terms.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import type { LanguageModels } from '../llm/open-language-models.ts';
import { createRehearsal } from '../llm/rehearse.ts';
import { withStyleGuide } from '../llm/with-style-guide.ts';
import type { Artifacts } from '../pipeline/artifacts.ts';
import type { ExecutionContext, RunFacts } from '../pipeline/execution-context.ts';
import { limitCallTexts } from '../pipeline/limit-call-texts.ts';
import { rehearsalExecution } from '../pipeline/standalone-execution.ts';
import type { AnalyseTools } from '../pipeline/steps/analyse.ts';
import { watchLosses } from '../pipeline/watch-losses.ts';
import { inSlices } from '../runtime/in-slices.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import { addedBy, type BuildInput, modelsOf, readBuildInput } from './build-input.ts';
import type { RunResults, RunWork } from './pipeline-executor.ts';
import { type PreparedBuild, prepareBuild } from './prepare-build.ts';

/** Most bytes (compressed) of remembered analyses that a database keeps. */
const CACHE_BYTES = 512 * 1024 * 1024;

export interface BuildWorkTools extends Omit<AnalyseTools, 'language'> {
  readonly languageModels: LanguageModels;
  /** Stands for the code that builds; where nobody knows it, every run does everything. */
  readonly program: Promise<string | undefined>;
}

/**
 * The whole pipeline: documents to a reviewed glossary, which is swapped in for the former one when the run ends. Where
 * nothing that the former one was built from has changed, it stays, and no step after loading does anything. Scope
 * `extract` goes as far as the terms: their list is swapped in, and the glossary stays as it is.
 */
export function createBuildWork(storage: Storage, { languageModels, program, ...tools }: BuildWorkTools): RunWork {
  const prepare = (asked: BuildInput, project: ProjectId, execution: ExecutionContext) =>
    prepareBuild({ asked, project }, { storage, program, execution });

  /** The steps after loading. */
  const carryOut = async (
    asked: BuildInput,
    { given, handedIn, givenNames }: PreparedBuild,
    {
      execution,
      models,
      isTermsOnly,
    }: { readonly execution: ExecutionContext; readonly models: StepModels; readonly isTermsOnly: boolean },
  ) => {
    const { title, language, limit, messageLanguage, outputLanguage } = asked;
    // Parsers and analyzers take longer to load than a run takes to be claimed.
    const { defaultPipeline, termsPipeline } = await import('../pipeline/default-pipeline.ts');
    const options = {
      ...tools,
      title,
      ...(language === undefined ? {} : { language }),
      ...(limit === undefined ? {} : { limit }),
      ...(messageLanguage === undefined ? {} : { messageLanguage }),
      ...(outputLanguage === undefined ? {} : { outputLanguage }),
      models,
      givenNames,
    };
    const made: Pick<Artifacts, 'documents' | 'candidates' | 'terms'> & Partial<Pick<Artifacts, 'glossary'>> =
      isTermsOnly
        ? await termsPipeline(options).run(given, execution)
        : await defaultPipeline(options).run(given, execution);
    const isHandedIn = new Set(handedIn);
    return { ...made, fromFolder: made.documents.filter((document) => !isHandedIn.has(document)) };
  };

  return {
    async estimate(input, project, { signal, onQuestion }) {
      const asked = readBuildInput(input);
      // The built-in engine asks no model.
      if (Object.keys(modelsOf(asked)).length === 0) return { calls: 0, tokens: 0, cost: { from: 0, to: 0 } };
      const rehearsal = createRehearsal();
      const models = await openModels(asked, (settings) => rehearsal.rehearsing(languageModels.describe(settings)));
      await using remembering = rehearsalExecution({ project, storage, signal });
      const execution = onQuestion === undefined ? remembering : listening(remembering, onQuestion);
      // The steps behind the last one that asks would ask nothing.
      const isTermsOnly = Object.keys(models).every((step) => step === 'classify');
      await carryOut(asked, await prepare(asked, project, execution), { execution, models, isTermsOnly });
      return rehearsal.estimate();
    },
    async run(input, execution): Promise<RunResults> {
      const { run } = execution;
      if (run === undefined) throw new Error('A build belongs to a run.');
      const asked = readBuildInput(input);
      const { paths, limit, keepsCallTexts } = asked;
      const isTermsOnly = run.scope === 'extract';
      const changesBefore = await storage.changes.last(run.projectId);
      const builtFrom = isTermsOnly ? undefined : await storage.glossary.basis(run.projectId);
      const prepared = await prepare(asked, run.projectId, execution);
      if (builtFrom !== undefined && prepared.basis === builtFrom) {
        execution.report({ type: 'glossary-unchanged' });
        return { save: (stores) => keepGlossary(run, stores) };
      }
      const watched = watchLosses(limitCallTexts(execution, { isKept: keepsCallTexts === true }));
      const { fromFolder, glossary, candidates, terms } = await carryOut(asked, prepared, {
        isTermsOnly,
        execution: watched.execution,
        models: await openModels(asked, (settings) => languageModels.open(settings)),
      });
      const added = addedBy(asked);
      // Within the cut, and what came in for what a person excluded.
      const within = await inSlices(
        selectTerms(candidates, { lists: { required: [], excluded: [] }, ...(limit !== undefined && { limit }) }),
        execution.signal,
      );
      const kept = [...within, ...terms.filter(({ reason }) => reason !== 'required')];
      return {
        async save(stores: Stores) {
          // What came while the run was at work may be in the glossary or not: then nobody knows what it was built from.
          const isKnown = !watched.hasLosses() && (await stores.changes.last(run.projectId)) === changesBefore;
          for (const list of ['required', 'excluded'] as const) {
            const rules = added[list].map((pattern) => ({ pattern }));
            await stores.termLists.add(run.projectId, list, rules);
          }
          // What people gave stays as it is now, not as it was when the run began.
          if (paths !== undefined) await stores.documents.replaceAll(run.projectId, fromFolder);
          await stores.terms.replace(run.projectId, candidates.candidates, { kept, isTold: glossary === undefined });
          const basis = isKnown ? prepared.basis : undefined;
          if (glossary !== undefined) await swapIn(glossary, run, { stores, basis });
          await stores.analyses.prune({ maxBytes: CACHE_BYTES });
        },
      };
    },
  };
}

/** An execution that remembers no answer and tells every question. */
function listening(execution: ExecutionContext, onQuestion: (question: PlannedQuestion) => void): ExecutionContext {
  return {
    ...execution,
    kept: () => Promise.resolve(new Map()),
    recordCall({ step, items, itemCount, provider, model, promptVersion }, { text } = {}) {
      if (text === undefined) return;
      const { instructions, prompt } = text;
      onQuestion({ step, items, itemCount, provider, model, promptVersion, instructions, prompt });
    },
  };
}

/** Swaps a glossary in, and keeps in figures what became of the one before it, as people saw both. */
async function swapIn(
  glossary: Glossary,
  { projectId, runId }: Pick<RunFacts, 'projectId' | 'runId'>,
  { stores, basis }: { readonly stores: Stores; readonly basis: string | undefined },
): Promise<void> {
  const entries = async () => (await stores.concepts.list(projectId)).map(({ concept }) => concept);
  const before = await entries();
  await stores.glossary.replace(projectId, glossary, basis === undefined ? {} : { basis });
  const after = await entries();
  await stores.runOutcomes.put(runId, { entries: after.length, ...countChanges(before, after) });
}

const nothingChanged: Omit<RunOutcome, 'entries'> = {
  added: 0,
  changed: 0,
  removed: 0,
  addedNames: [],
  removedNames: [],
};

/** The glossary that is there is the one that this run would have made. */
async function keepGlossary(
  { projectId, runId }: Pick<RunFacts, 'projectId' | 'runId'>,
  stores: Stores,
): Promise<void> {
  const [summary] = await stores.projects.summaries({ only: projectId });
  await stores.runOutcomes.put(runId, { entries: summary?.entries ?? 0, ...nothingChanged });
}

/** Steps that say how something is put. */
const WRITING: ReadonlySet<string> = new Set<ModelStep>(['define', 'refine']);

type StepModels = Partial<Readonly<Record<ModelStep, LanguageModel>>>;

async function openModels(
  input: BuildInput,
  open: (settings: LanguageModelSettings) => Promise<LanguageModel> | LanguageModel,
): Promise<StepModels> {
  const models: Partial<Record<ModelStep, LanguageModel>> = {};
  for (const [step, settings] of Object.entries(modelsOf(input)) as [ModelStep, LanguageModelSettings][]) {
    const model = await open(settings);
    models[step] =
      input.styleGuide !== undefined && WRITING.has(step) ? withStyleGuide(model, input.styleGuide) : model;
  }
  return models;
}
