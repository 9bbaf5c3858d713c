import type { ReviewRule } from '../review-rule.ts';

/** A definition that uses a word which people have forbidden. */
export const forbiddenWord: ReviewRule = {
  key: 'forbidden-word',
  kind: 'form',
  check: ({ entries }) =>
    entries.flatMap(({ concept, name, text, mentions }) =>
      mentions.flatMap((mention) => {
        const used = text.slice(mention.start, mention.end);
        const isForbidden = mention.concept.designations.some(
          (one) => one.status === 'forbidden' && one.text.toLowerCase() === used.toLowerCase(),
        );
        const others = mention.concept.id === concept.id ? [] : [mention.concept.id];
        const message = `The definition of "${name}" uses the forbidden word "${used}".`;
        return isForbidden ? [{ conceptId: concept.id, message, quote: used, others }] : [];
      }),
    ),
};
