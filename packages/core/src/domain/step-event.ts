/** The steps of the pipeline, in their order. */
export const stepNames = ['load', 'analyse', 'extract', 'classify', 'define', 'review', 'refine'] as const;
export type StepName = (typeof stepNames)[number];

/** The steps that a language model can do; those without one are done by the built-in engine. */
export const modelSteps = ['classify', 'define', 'review', 'refine'] as const satisfies readonly StepName[];
export type ModelStep = (typeof modelSteps)[number];

/** What a step tells while it works. Items are documents, entries or batches: what the step goes through one by one. */
export type StepEvent =
  | { readonly type: 'step-start'; readonly step: StepName }
  | {
      readonly type: 'step-progress';
      readonly step: StepName;
      readonly done: number;
      readonly total: number;
      /** What was just finished: a document's name, a term. */
      readonly item: string;
      /** Whether the item was made now or found from an earlier run; not told by steps that only read. */
      readonly outcome?: 'made' | 'reused';
    }
  | {
      readonly type: 'step-end';
      readonly step: StepName;
      /** How many items the step made or kept: documents, candidates, terms, definitions, issues. */
      readonly count: number;
    };
