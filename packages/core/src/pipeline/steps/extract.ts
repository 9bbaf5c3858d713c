import { rankCandidates } from '../../extraction/rank-candidates.ts';
import { defineStep } from '../step.ts';

/** Mentions of all documents to one ranked list of candidates. */
export const extractStep = defineStep({
  name: 'extract',
  needs: ['digests'],
  makes: ['candidates'],
  run({ digests }) {
    const candidates = rankCandidates(digests);
    return Promise.resolve({ made: { candidates }, count: candidates.candidates.length });
  },
});
