import { normalForm } from '../../text/normal-form.ts';
import type { Mention, ReviewEntry, ReviewRule } from '../review-rule.ts';

/**
 * A definition that rests on an entry which is itself not explained. What everybody understands is left out: a word of
 * the entry's own name, a word that several other entries have in theirs ("order" beside "standing order", "order
 * book"), and a word that only stands in a phrase ("in order", "by hand").
 */
export const undefinedTerm: ReviewRule = {
  key: 'undefined-term',
  kind: 'unclear',
  check: ({ entries }) => {
    const unexplained = new Set(entries.filter(({ text }) => text === '').map(({ concept }) => concept.id));
    const named = wordsOfNames(entries);
    return entries.flatMap(({ concept, name, text, mentions }) => {
      const missing = new Map(
        mentions
          .filter((mention) => unexplained.has(mention.concept.id) && isUse(mention, { name, text, named }))
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

function isUse(
  { concept, start, end }: Mention,
  { name, text, named }: { readonly name: string; readonly text: string; readonly named: ReadonlyMap<string, number> },
): boolean {
  const term = normalForm(concept.designations[0]?.text ?? '', concept.language);
  if ((named.get(wordKey(term, concept.language)) ?? 0) >= MANY_NAMES) return false;
  const isInName = concept.language === 'en' && ` ${normalForm(name, concept.language)} `.includes(` ${term} `);
  if (isInName) return false;
  const used = text.slice(start, end);
  return !(used === used.toLowerCase() && !used.includes(' ') && IN_PHRASE.test(text.slice(0, start)));
}

const MANY_NAMES = 2;

/** Right before a noun without an article: the two are a phrase. */
const IN_PHRASE = /\b(?:in|on|at|by|out of|off)\s$/iu;

/** How many entries have a word in their name, beside others. */
function wordsOfNames(entries: readonly ReviewEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { concept, name } of entries) {
    const words = normalForm(name, concept.language).split(' ');
    if (words.length < 2) continue;
    for (const word of new Set(words.map((one) => wordKey(normalForm(one, concept.language), concept.language))))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function wordKey(word: string, language: string): string {
  return `${language} ${word}`;
}
