import { z } from 'zod';
import { type LanguageModelSettings, type ModelStep, modelSteps, type Run } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { languageModelSettings } from '../llm/providers/index.ts';

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
    /** In which a model writes definitions (BCP 47); that of each entry unless told. */
    outputLanguage: z.string().optional(),
    /** In which a model writes to editors (BCP 47); that of each entry unless told. */
    messageLanguage: z.string().optional(),
    /** Stands for what was asked for, before settings answered the rest. */
    request: z.string().optional(),
    /** Whether the words of questions to the model and of its answers are kept, to be looked at. */
    keepsCallTexts: z.boolean().optional(),
  })
  .readonly();
export type BuildInput = z.infer<typeof buildInput>;

/** `config/invalid` where it says something else. */
export function readBuildInput(input: string): BuildInput {
  const result = buildInput.safeParse(JSON.parse(input));
  if (result.success) return result.data;
  const problem = z.prettifyError(result.error);
  throw new GlossaryError('config/invalid', `The run cannot be understood: ${problem}`, { details: { problem } });
}

/** Who does which step; the built-in engine does the others. */
export function modelsOf({ languageModel, stepModels }: BuildInput): Partial<Record<ModelStep, LanguageModelSettings>> {
  const { settings, steps = [] } = languageModel ?? {};
  const named = settings === undefined ? [] : steps.map((step) => [step, settings] as const);
  return { ...Object.fromEntries(named), ...stepModels };
}

/** What a run adds to the lists of its project. */
export function addedBy({ required = [], excluded = [] }: BuildInput) {
  return { required, excluded };
}

/** What a run works with, as its row keeps it: no folder of the machine and, since settings have none, no key. */
export interface RunSettingsView {
  readonly title: string;
  readonly language?: string;
  readonly limit?: number;
  readonly styleGuide?: string;
  readonly outputLanguage?: string;
  /** Who does which step; the built-in engine does the others. */
  readonly models: Partial<Readonly<Record<ModelStep, LanguageModelSettings>>>;
}

/** `undefined` for a run of another work than ours. */
export function settingsOfRun({ input }: Pick<Run, 'input'>): RunSettingsView | undefined {
  const read = buildInput.safeParse(JSON.parse(input));
  if (!read.success) return undefined;
  const { title, language, limit, styleGuide, outputLanguage } = read.data;
  return {
    title,
    ...(language === undefined ? {} : { language }),
    ...(limit === undefined ? {} : { limit }),
    ...(styleGuide === undefined ? {} : { styleGuide }),
    ...(outputLanguage === undefined ? {} : { outputLanguage }),
    models: modelsOf(read.data),
  };
}
