import { refineGlossary } from '../../refinement/refine-glossary.ts';
import { defineStep } from '../step.ts';

/** Answers the issues that can be answered without inventing anything; the others stay open for people. */
export const refineStep = defineStep({
  name: 'refine',
  needs: ['drafts', 'issues'],
  makes: ['glossary'],
  run({ drafts, issues }) {
    const { glossary } = refineGlossary({ ...drafts, issues });
    return Promise.resolve({ made: { glossary }, count: glossary.concepts.length });
  },
});
