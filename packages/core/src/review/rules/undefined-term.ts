import type { ReviewRule } from '../review-rule.ts';

/** A definition that rests on an entry which is itself not explained. */
export const undefinedTerm: ReviewRule = {
  key: 'undefined-term',
  kind: 'unclear',
  check: ({ entries }) => {
    const unexplained = new Set(entries.filter(({ text }) => text === '').map(({ concept }) => concept.id));
    return entries.flatMap(({ concept, name, text, mentions }) => {
      const missing = new Map(
        mentions
          .filter((mention) => unexplained.has(mention.concept.id))
          .map((mention) => [mention.concept.id, mention]),
      );
      return [...missing].map(([id, { start, end }]) => {
        const quote = text.slice(start, end);
        const message = `The definition of "${name}" uses "${quote}", which is not explained.`;
        return { conceptId: concept.id, message, quote, others: [id] };
      });
    });
  },
};
