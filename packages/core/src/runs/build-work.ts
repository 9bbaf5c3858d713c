import { z } from 'zod';
import {
  type ConceptId,
  type ModelStep,
  modelSteps,
  type ProjectId,
  type Run,
  type TermLists,
  type TermRule,
  type LanguageModelSettings,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import type { LanguageModels } from '../llm/open-language-models.ts';
import { languageModelSettings } from '../llm/providers/index.ts';
import { withStyleGuide } from '../llm/with-style-guide.ts';
import type { Artifacts } from '../pipeline/artifacts.ts';
import { limitCallTexts } from '../pipeline/limit-call-texts.ts';
import type { AnalyseTools } from '../pipeline/steps/analyse.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import type { RunResults, RunWork } from './pipeline-executor.ts';

const texts = z.array(z.string()).readonly();

/** What a run of scope `full` is asked for: kept with the run, so that any process can go on with it. */
export const buildInput = z
  .object({
    /** Absolute paths of files and folders; where none are given, the documents that the project has. */
    paths: texts.optional(),
    title: z.string(),
    /** Patterns of names that are not sources. */
    exclude: texts.optional(),
    language: z.string().optional(),
    limit: z.number().int().positive().optional(),
    /** Added to the project's lists. */
    required: texts.optional(),
    excluded: texts.optional(),
    /** Who does the steps that a language model can do; without it the built-in engine does them all. */
    languageModel: z
      .object({ settings: languageModelSettings, steps: z.array(z.enum(modelSteps)).readonly() })
      .readonly()
      .optional(),
    /** Who does single steps, in its place. */
    stepModels: z.partialRecord(z.enum(modelSteps), languageModelSettings).readonly().optional(),
    /** How the house writes: for the models that write. */
    styleGuide: z.string().optional(),
    /** Stands for what was asked for, before settings answered the rest. */
    request: z.string().optional(),
    /** Whether the words of questions to the model and of its answers are kept, to be looked at. */
    keepsCallTexts: z.boolean().optional(),
  })
  .readonly();
export type BuildInput = z.infer<typeof buildInput>;

/** What a run works with, as its row keeps it: no folder of the machine and, since settings have none, no key. */
export interface RunSettingsView {
  readonly title: string;
  readonly language?: string;
  readonly limit?: number;
  readonly styleGuide?: string;
  /** Who does which step; the built-in engine does the others. */
  readonly models: Partial<Readonly<Record<ModelStep, LanguageModelSettings>>>;
}

/** `undefined` for a run of another work than ours. */
export function settingsOfRun({ input }: Pick<Run, 'input'>): RunSettingsView | undefined {
  const read = buildInput.safeParse(JSON.parse(input));
  if (!read.success) return undefined;
  const { title, language, limit, styleGuide } = read.data;
  return {
    title,
    ...(language === undefined ? {} : { language }),
    ...(limit === undefined ? {} : { limit }),
    ...(styleGuide === undefined ? {} : { styleGuide }),
    models: modelsOf(read.data),
  };
}

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
  return {
    estimate(input) {
      // The built-in engine asks no model; how much another one is asked, only the documents tell.
      const isFree = Object.keys(modelsOf(parsed(input))).length === 0;
      return Promise.resolve(
        isFree
          ? { calls: 0, tokens: 0, cost: { from: 0, to: 0 } }
          : { calls: 'unknown', tokens: 'unknown', cost: 'unknown' },
      );
    },
    async run(input, execution): Promise<RunResults> {
      const { run } = execution;
      if (run === undefined) throw new Error('A build belongs to a run.');
      const asked = parsed(input);
      const { paths, title, required, excluded, exclude, language, limit, keepsCallTexts } = asked;
      const added = { required: required ?? [], excluded: excluded ?? [] };
      // Parsers and analyzers take longer to load than a run takes to be claimed.
      const { defaultPipeline, termsPipeline } = await import('../pipeline/default-pipeline.ts');
      const models = await openModels(asked, languageModels);
      const options = {
        ...tools,
        title,
        ...(exclude === undefined ? {} : { exclude }),
        ...(language === undefined ? {} : { language }),
        ...(limit === undefined ? {} : { limit }),
        ...(paths === undefined ? { documents: await storage.documents.readAll(run.projectId) } : {}),
        models,
        givenNames: await givenNames(storage, run.projectId),
      };
      const termLists = extended(await storage.termLists.read(run.projectId), added);
      const watched = limitCallTexts(execution, { isKept: keepsCallTexts === true });
      const given = { paths: paths ?? [], termLists };
      const made: Pick<Artifacts, 'documents' | 'candidates' | 'terms'> & Partial<Pick<Artifacts, 'glossary'>> =
        run.scope === 'extract'
          ? await termsPipeline(options).run(given, watched)
          : await defaultPipeline(options).run(given, watched);
      const { documents, candidates, terms, glossary } = made;
      // Within the cut, and what came in for what a person excluded.
      const within = candidates.candidates.slice(0, limit ?? candidates.cut);
      const kept = [...within, ...terms.filter(({ reason }) => reason === 'score')];
      return {
        async save(stores: Stores) {
          for (const list of ['required', 'excluded'] as const) {
            const rules = added[list].map((pattern) => ({ pattern }));
            await stores.termLists.add(run.projectId, list, rules);
          }
          // What people gave stays as it is now, not as it was when the run began.
          if (paths !== undefined) await stores.documents.replaceAll(run.projectId, documents);
          await stores.terms.replace(run.projectId, candidates.candidates, { kept, isTold: glossary === undefined });
          if (glossary !== undefined) await stores.glossary.replace(run.projectId, glossary);
          await stores.analyses.prune({ maxBytes: CACHE_BYTES });
        },
      };
    },
  };
}

/** Who does which step; the built-in engine does the others. */
function modelsOf({ languageModel, stepModels }: BuildInput): Partial<Record<ModelStep, LanguageModelSettings>> {
  const { settings, steps = [] } = languageModel ?? {};
  const named = settings === undefined ? [] : steps.map((step) => [step, settings] as const);
  return { ...Object.fromEntries(named), ...stepModels };
}

/** Steps that say how something is put. */
const WRITING: ReadonlySet<string> = new Set<ModelStep>(['define', 'refine']);

async function openModels(input: BuildInput, languageModels: LanguageModels) {
  const models: Partial<Record<ModelStep, LanguageModel>> = {};
  for (const [step, settings] of Object.entries(modelsOf(input)) as [ModelStep, LanguageModelSettings][]) {
    const model = await languageModels.open(settings);
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

function parsed(input: string): BuildInput {
  const result = buildInput.safeParse(JSON.parse(input));
  if (result.success) return result.data;
  const problem = z.prettifyError(result.error);
  throw new GlossaryError('config/invalid', `The run cannot be understood: ${problem}`, { details: { problem } });
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
