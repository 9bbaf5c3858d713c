import type { ReviewRule } from '../review-rule.ts';

/**
 * ISO 704: the definition does not begin with the term it defines. A verbatim quotation of a sentence does, and rightly:
 * the rule is for what a model or a person wrote.
 */
export const startsWithTerm: ReviewRule = {
  key: 'starts-with-term',
  kind: 'form',
  check: ({ entries }) =>
    entries.flatMap(({ concept, name, text, mentions }) => {
      const first = mentions[0];
      const { author, statements = [] } = concept.definition ?? {};
      if (author !== 'person' && statements.every(({ support }) => support === 'supported')) return [];
      if (first?.concept.id !== concept.id || /[\p{L}\p{N}]{4,}/u.test(text.slice(0, first.start))) return [];
      const quote = text.slice(first.start, first.end);
      return [
        { conceptId: concept.id, message: `The definition of "${name}" starts with the term.`, quote, others: [] },
      ];
    }),
};
