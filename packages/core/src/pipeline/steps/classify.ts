import { JUDGED, classifyWithModel } from '../classify-with-model.ts';
import { selectTerms } from '../../extraction/select-terms.ts';
import type { LanguageModel } from '../../llm/language-model.ts';
import { inSlices } from '../../runtime/in-slices.ts';
import { type GivenNames, withGivenNames } from '../given-names.ts';
import { defineStep } from '../step.ts';

export interface ClassifyOptions {
  readonly limit?: number;
  readonly givenNames?: GivenNames;
  /** Judges the best candidates; the scores alone decide unless told. */
  readonly model?: LanguageModel;
}

/** Candidates to terms, by their scores, the tool's own cut and what people decided. */
export function createClassifyStep({ limit, model, givenNames = new Map() }: ClassifyOptions = {}) {
  return defineStep({
    name: 'classify',
    needs: ['candidates', 'termLists', 'digests'],
    makes: ['terms'],
    async run({ candidates, termLists, digests }, execution) {
      const select = (most: number | undefined) =>
        inSlices(
          selectTerms(candidates, { lists: termLists, ...(most !== undefined && { limit: most }) }),
          execution.signal,
        );
      const room = limit ?? candidates.cut;
      const terms =
        model === undefined
          ? await select(limit)
          : await classifyWithModel(await select(Math.ceil(room * JUDGED)), { limit: room, digests, model, execution });
      return { made: { terms: withGivenNames(terms, givenNames) }, count: terms.length };
    },
  });
}
