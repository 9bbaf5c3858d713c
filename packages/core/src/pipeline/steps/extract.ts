import { rankCandidates } from '../../extraction/rank-candidates.ts';
import { defineStep } from '../step.ts';

/** Mentions of all documents to one ranked list of candidates. */
export const extractStep = defineStep({
  name: 'extract',
  needs: ['digests'],
  makes: ['candidates'],
  run({ digests }) {
    const abbreviations = digests.flatMap(({ statedRelations }) =>
      statedRelations
        .filter(({ kind }) => kind === 'abbreviation')
        .map(({ language, key, otherKey }) => ({ language, key, shortKey: otherKey })),
    );
    const candidates = rankCandidates(digests, { abbreviations });
    return Promise.resolve({ made: { candidates }, count: candidates.candidates.length });
  },
});
