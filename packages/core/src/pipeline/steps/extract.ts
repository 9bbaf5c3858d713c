import { rankCandidates } from '../../extraction/rank-candidates.ts';
import { inSlices } from '../../runtime/in-slices.ts';
import { defineStep } from '../step.ts';

/** Mentions of all documents to one ranked list of candidates. */
export const extractStep = defineStep({
  name: 'extract',
  needs: ['digests'],
  makes: ['candidates'],
  async run({ digests }, { signal }) {
    const abbreviations = digests.flatMap(({ statedRelations }) =>
      statedRelations
        .filter(({ kind }) => kind === 'abbreviation')
        .map(({ language, key, otherKey }) => ({ language, key, shortKey: otherKey })),
    );
    const candidates = await inSlices(rankCandidates(digests, { abbreviations }), signal);
    return { made: { candidates }, count: candidates.candidates.length };
  },
});
