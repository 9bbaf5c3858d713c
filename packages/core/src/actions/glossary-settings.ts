import { z } from 'zod';
import {
  type EffectiveSettings,
  type GlossarySettings,
  type ModelStep,
  modelSteps,
  type RunBudget,
} from '../domain/index.ts';
import { languageOfTag } from '../text/language-tag.ts';
import { languageModelSettings } from '../llm/providers/index.ts';

const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u)
  .refine((tag) => languageOfTag(tag) !== undefined, 'not the tag of a language');

const worker = z.union([z.literal('built-in'), languageModelSettings]);

/** What runs work with where nobody says otherwise: of the server, and over it of a project. Keys are never settings. */
export const glossarySettings = z
  .strictObject({
    /** Who does the steps that a language model can do: one, or the built-in engine. */
    languageModel: worker,
    /** Somebody else for single steps. */
    stepModels: z
      .strictObject({ classify: worker, define: worker, review: worker, refine: worker } satisfies Record<
        ModelStep,
        z.ZodType
      >)
      .partial()
      .readonly(),
    /** How the house writes, in a person's words: handed to models that write, below the rules of evidence. */
    styleGuide: z.string().trim().min(1).max(8000),
    /**
     * In which models write definitions (BCP 47); that of each entry unless told. The words of the documents that they
     * rest on stay as they are.
     */
    outputLanguage: languageTag,
    /** In which models write to editors, such as what they find wrong (BCP 47); that of each entry unless told. */
    messageLanguage: languageTag,
    /** The most that a run may spend. */
    budget: z
      .strictObject({
        calls: z.number().int().positive(),
        /** Input and output together. */
        tokens: z.number().int().positive(),
        /** US dollars. */
        cost: z.number().positive(),
      })
      .partial()
      .readonly(),
    /** Whether runs keep the words of questions to models and of their answers, to be looked at. */
    keepsCallTexts: z.boolean(),
    /** Whether documents that come in start a run by themselves. */
    runsAfterUpload: z.boolean(),
  })
  .partial()
  .readonly() satisfies z.ZodType<GlossarySettings, GlossarySettings>;

/** A project's settings over the server's. A project that names its model means it for every step it does not name. */
export function effectiveSettings(server: GlossarySettings, project: GlossarySettings = {}): EffectiveSettings {
  const named =
    project.languageModel === undefined ? { ...server.stepModels, ...project.stepModels } : project.stepModels;
  const everybody = project.languageModel ?? server.languageModel ?? 'built-in';
  const steps = Object.fromEntries(modelSteps.map((step) => [step, named?.[step] ?? everybody]));
  const styleGuide = project.styleGuide ?? server.styleGuide;
  const outputLanguage = project.outputLanguage ?? server.outputLanguage;
  const messageLanguage = project.messageLanguage ?? server.messageLanguage;
  const budget = project.budget ?? server.budget;
  return {
    steps: steps as EffectiveSettings['steps'],
    ...(styleGuide === undefined ? {} : { styleGuide }),
    ...(outputLanguage === undefined ? {} : { outputLanguage }),
    ...(messageLanguage === undefined ? {} : { messageLanguage }),
    // It was JSON, where no key is undefined.
    ...(budget === undefined ? {} : { budget: budget as RunBudget }),
    keepsCallTexts: project.keepsCallTexts ?? server.keepsCallTexts ?? false,
    runsAfterUpload: project.runsAfterUpload ?? server.runsAfterUpload ?? false,
  };
}
