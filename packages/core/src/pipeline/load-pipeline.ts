import { definePipeline } from './pipeline.ts';
import { createLoadStep, type LoadOptions } from './steps/load.ts';

/**
 * The step before all others by itself: whoever has the documents can see whether anything is to be done with them,
 * before parsers and analyzers are loaded.
 */
export function loadPipeline(options: LoadOptions) {
  return definePipeline(['paths']).step(createLoadStep(options));
}
