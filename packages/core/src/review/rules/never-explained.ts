import type { ReviewRule } from '../review-rule.ts';

/** Used, but the documents never say what it is. A result, not a fault. */
export const neverExplained: ReviewRule = {
  key: 'never-explained',
  kind: 'unclear',
  check: ({ entries }) =>
    entries
      .filter(({ text }) => text === '')
      .map(({ concept, name }) => ({
        conceptId: concept.id,
        message: `The documents use "${name}" but never explain it.`,
        quote: '',
        others: [],
      })),
};
