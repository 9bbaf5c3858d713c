import type { Document, LanguageTag, ModelStep } from '../domain/index.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import type { GivenNames } from './given-names.ts';
import { definePipeline } from './pipeline.ts';
import { type AnalyseTools, createAnalyseStep } from './steps/analyse.ts';
import { createClassifyStep } from './steps/classify.ts';
import { createDefineStep } from './steps/define.ts';
import { extractStep } from './steps/extract.ts';
import { createLoadStep } from './steps/load.ts';
import { createRefineStep } from './steps/refine.ts';
import { createReviewStep } from './steps/review.ts';

export interface ExtractionOptions extends AnalyseTools {
  /** Paths that are not sources, such as the folder the glossary is written to. */
  readonly exclude?: readonly string[];
  /** Documents that are there already: then no path is looked at. */
  readonly documents?: readonly Document[];
}

export interface PipelineOptions extends AnalyseTools {
  readonly title: string;
  readonly limit?: number;
  /** Names that people gave to entries: they are looked for too. */
  readonly givenNames?: GivenNames;
  /** In which a model writes definitions; that of each entry unless told. What they rest on stays as it is written. */
  readonly outputLanguage?: LanguageTag;
  /** In which a model writes to editors; that of each entry unless told. */
  readonly messageLanguage?: LanguageTag;
  readonly models?: Partial<Readonly<Record<ModelStep, LanguageModel>>>;
}

/** The first steps: documents to what is known of each by itself. */
export function digestPipeline(options: ExtractionOptions) {
  return definePipeline(['paths']).step(createLoadStep(options)).step(createAnalyseStep(options));
}

/** The first half: documents to ranked candidates. */
export function extractionPipeline(options: ExtractionOptions) {
  return digestPipeline(options).step(extractStep);
}

/** Loaded documents (`load-pipeline.ts`) as far as the terms: what a run of scope `extract` does. */
export function termsPipeline({ models = {}, ...options }: PipelineOptions) {
  return definePipeline(['documents', 'skippedFiles', 'termLists'])
    .step(createAnalyseStep(options))
    .step(extractStep)
    .step(createClassifyStep({ ...options, ...by(models, 'classify') }));
}

/** The one list of steps after loading: documents to a reviewed glossary. */
export function defaultPipeline(options: PipelineOptions) {
  const { models = {}, title, messageLanguage, outputLanguage } = options;
  const output = outputLanguage === undefined ? {} : { outputLanguage };
  return termsPipeline(options)
    .step(createDefineStep({ title, ...output, ...by(models, 'define') }))
    .step(createReviewStep({ ...by(models, 'review'), ...(messageLanguage === undefined ? {} : { messageLanguage }) }))
    .step(createRefineStep({ ...output, ...by(models, 'refine') }));
}

function by(models: NonNullable<PipelineOptions['models']>, step: ModelStep): { readonly model?: LanguageModel } {
  const model = models[step];
  return model === undefined ? {} : { model };
}
