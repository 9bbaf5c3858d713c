import { reviewGlossary } from '../../review/review-glossary.ts';
import { defineStep } from '../step.ts';

/** Reads the drafted glossary as a whole and names what is wrong with it. */
export const reviewStep = defineStep({
  name: 'review',
  needs: ['drafts', 'documents'],
  makes: ['issues'],
  run({ drafts, documents }) {
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    const issues = reviewGlossary(drafts, { texts });
    return Promise.resolve({ made: { issues }, count: issues.length });
  },
});
