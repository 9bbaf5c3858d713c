import type { ReviewRule } from '../review-rule.ts';

const MOST_WORDS = 60;
const MOST_CHARACTERS = 400;

/** A definition is one sentence (ISO 704), and no longer than people read in one go. */
export const tooLong: ReviewRule = {
  key: 'too-long',
  kind: 'form',
  check: ({ entries }) =>
    entries.flatMap(({ concept, name, text }) => {
      const sentences = text.split(/(?<=[。！？])(?=.)|(?<=\p{Ll}\p{Ll}[.!?])\s+(?=\p{Lu})|\n/u).length;
      const isLong = text.length > MOST_CHARACTERS || text.split(/\s+/u).length > MOST_WORDS;
      if (sentences < 2 && !isLong) return [];
      const why = sentences > 1 ? `has ${sentences} sentences` : 'is too long';
      return [{ conceptId: concept.id, message: `The definition of "${name}" ${why}.`, quote: '', others: [] }];
    }),
};
