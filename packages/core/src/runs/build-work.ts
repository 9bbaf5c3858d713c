import { countChanges } from '../actions/diff-glossaries.ts';
import {
  type ConceptId,
  type Glossary,
  type ModelStep,
  type PlannedQuestion,
  type ProjectId,
  type TermLists,
  type TermRule,
  type LanguageModelSettings,
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
import { inSlices } from '../runtime/in-slices.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import { addedBy, type BuildInput, modelsOf, readBuildInput } from './build-input.ts';
import type { RunResults, RunWork } from './pipeline-executor.ts';

/** Most bytes (compressed) of remembered analyses that a database keeps. */
const CACHE_BYTES = 512 * 1024 * 1024;

/**
 * The whole pipeline: documents to a reviewed glossary, which is swapped in for the former one when the run ends. Scope
 * `extract` goes as far as the terms: their list is swapped in, and the glossary stays as it is.
 */
export function createBuildWork(
  storage: Storage,
  { languageModels, ...tools }: Omit<AnalyseTools, 'language'> & { readonly languageModels: LanguageModels },
): RunWork {
  /** The whole pipeline over the documents that are asked for. */
  const carryOut = async (
    asked: BuildInput,
    project: ProjectId,
    {
      execution,
      models,
      isTermsOnly,
    }: { readonly execution: ExecutionContext; readonly models: StepModels; readonly isTermsOnly: boolean },
  ) => {
    const { paths, title, exclude, language, limit, messageLanguage, outputLanguage } = asked;
    const handedIn = paths === undefined ? [] : await storage.documents.readAll(project, 'upload');
    // Parsers and analyzers take longer to load than a run takes to be claimed.
    const { defaultPipeline, termsPipeline } = await import('../pipeline/default-pipeline.ts');
    const options = {
      ...tools,
      title,
      ...(exclude === undefined ? {} : { exclude }),
      ...(language === undefined ? {} : { language }),
      ...(limit === undefined ? {} : { limit }),
      ...(messageLanguage === undefined ? {} : { messageLanguage }),
      ...(outputLanguage === undefined ? {} : { outputLanguage }),
      ...(paths === undefined ? { documents: await storage.documents.readAll(project) } : { beside: handedIn }),
      models,
      givenNames: await givenNames(storage, project),
    };
    const termLists = extended(await storage.termLists.read(project), addedBy(asked));
    const given = { paths: paths ?? [], termLists };
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
      await carryOut(asked, project, { execution, models, isTermsOnly });
      return rehearsal.estimate();
    },
    async run(input, execution): Promise<RunResults> {
      const { run } = execution;
      if (run === undefined) throw new Error('A build belongs to a run.');
      const asked = readBuildInput(input);
      const { paths, limit, keepsCallTexts } = asked;
      const { fromFolder, glossary, candidates, terms } = await carryOut(asked, run.projectId, {
        isTermsOnly: run.scope === 'extract',
        execution: limitCallTexts(execution, { isKept: keepsCallTexts === true }),
        models: await openModels(asked, (settings) => languageModels.open(settings)),
      });
      const added = addedBy(asked);
      // Within the cut, and what came in for what a person excluded.
      const within = await inSlices(
        selectTerms(candidates, { lists: { required: [], excluded: [] }, ...(limit !== undefined && { limit }) }),
        execution.signal,
      );
      const kept = [...within, ...terms.filter(({ reason }) => reason === 'score')];
      return {
        async save(stores: Stores) {
          for (const list of ['required', 'excluded'] as const) {
            const rules = added[list].map((pattern) => ({ pattern }));
            await stores.termLists.add(run.projectId, list, rules);
          }
          // What people gave stays as it is now, not as it was when the run began.
          if (paths !== undefined) await stores.documents.replaceAll(run.projectId, fromFolder);
          await stores.terms.replace(run.projectId, candidates.candidates, { kept, isTold: glossary === undefined });
          if (glossary !== undefined) await swapIn(glossary, run, stores);
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
  stores: Stores,
): Promise<void> {
  const entries = async () => (await stores.concepts.list(projectId)).map(({ concept }) => concept);
  const before = await entries();
  await stores.glossary.replace(projectId, glossary);
  const after = await entries();
  await stores.runOutcomes.put(runId, { entries: after.length, ...countChanges(before, after) });
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

/** Names that people gave to entries, by the entry. */
async function givenNames({ concepts }: Storage, project: ProjectId): Promise<Map<ConceptId, readonly string[]>> {
  const edits = await concepts.edits(project);
  return new Map(
    edits.flatMap(({ conceptId, designations }) =>
      designations === undefined ? [] : [[conceptId, designations.map(({ text }) => text)] as const],
    ),
  );
}

function extended(
  { required, excluded }: TermLists,
  added: { readonly required: readonly string[]; readonly excluded: readonly string[] },
): TermLists {
  return { required: merged(required, added.required), excluded: merged(excluded, added.excluded) };
}

function merged(rules: readonly TermRule[], patterns: readonly string[]): TermRule[] {
  const known = new Set(rules.map(({ pattern }) => pattern));
  return [...rules, ...patterns.filter((pattern) => !known.has(pattern)).map((pattern) => ({ pattern }))];
}
