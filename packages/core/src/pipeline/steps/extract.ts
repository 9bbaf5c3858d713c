import { rankCandidates } from '../../extraction/rank-candidates.ts';
import { inSlices } from '../../runtime/in-slices.ts';
import { defineStep } from '../step.ts';

/** Mentions of all documents to one ranked list of candidates. */
export const extractStep = defineStep({
  name: 'extract',
  needs: ['digests'],
  makes: ['candidates'],
  async run({ digests }, { signal }) {
    const stated = digests.flatMap(({ statedRelations }) => statedRelations);
    const abbreviations = stated
      .filter(({ kind, isSame }) => kind === 'abbreviation' && isSame !== true)
      .map(({ language, key, otherKey }) => ({ language, key, shortKey: otherKey }));
    const otherNames = stated.filter(({ isSame }) => isSame === true);
    const candidates = await inSlices(rankCandidates(digests, { abbreviations, otherNames }), signal);
    return { made: { candidates }, count: candidates.candidates.length };
  },
});
