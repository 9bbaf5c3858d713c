import { selectTerms } from '../../extraction/select-terms.ts';
import { defineStep } from '../step.ts';

/** Candidates to terms, by their scores, the tool's own cut and what people decided. */
export function createClassifyStep({ limit }: { readonly limit?: number } = {}) {
  return defineStep({
    name: 'classify',
    needs: ['candidates', 'termLists'],
    makes: ['terms'],
    run({ candidates, termLists }) {
      const terms = selectTerms(candidates, { lists: termLists, ...(limit === undefined ? {} : { limit }) });
      return Promise.resolve({ made: { terms }, count: terms.length });
    },
  });
}
