import { normalForm } from '../../text/normal-form.ts';
import type { Mention, ReviewEntry, ReviewRule } from '../review-rule.ts';

/**
 * A definition that rests on an entry which is itself not explained. What everybody understands is left out: a word of
 * the entry's own name, the head of several other entries ("order" beside "standing order", "rush order"), and a word
 * that only stands in a phrase ("in order", "by hand").
 */
export const undefinedTerm: ReviewRule = {
  key: 'undefined-term',
  kind: 'unclear',
  check: ({ entries }) => {
    const unexplained = new Set(entries.filter(({ text }) => text === '').map(({ concept }) => concept.id));
    const heads = headCounts(entries);
    return entries.flatMap(({ concept, name, text, mentions }) => {
      const missing = new Map(
        mentions
          .filter((mention) => unexplained.has(mention.concept.id) && isUse(mention, { name, text, heads }))
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
  { name, text, heads }: { readonly name: string; readonly text: string; readonly heads: ReadonlyMap<string, number> },
): boolean {
  const term = normalForm(concept.designations[0]?.text ?? '', concept.language);
  if ((heads.get(headKey(term, concept.language)) ?? 0) >= MANY_KINDS) return false;
  const isInName = concept.language === 'en' && ` ${normalForm(name, concept.language)} `.includes(` ${term} `);
  if (isInName) return false;
  const used = text.slice(start, end);
  return !(used === used.toLowerCase() && !used.includes(' ') && IN_PHRASE.test(text.slice(0, start)));
}

const MANY_KINDS = 2;

/** Right before a noun without an article: the two are a phrase. */
const IN_PHRASE = /\b(?:in|on|at|by|out of|off)\s$/iu;

/** How many entries are kinds of a word, by their names: "standing order" is a kind of order. */
function headCounts(entries: readonly ReviewEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { concept, name } of entries) {
    const key = normalForm(name, concept.language);
    const space = key.lastIndexOf(' ');
    if (space < 0) continue;
    const head = headKey(key.slice(space + 1), concept.language);
    counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return counts;
}

function headKey(word: string, language: string): string {
  return `${language} ${word}`;
}
