import { foldText } from '../../text/normal-form.ts';
import type { ReviewRule } from '../review-rule.ts';

/** Entries whose definitions are the same words, or whose names differ only in signs and spaces: one entry, perhaps. */
export const nearDuplicate: ReviewRule = {
  key: 'near-duplicate',
  kind: 'missing-relation',
  check: ({ entries }) => {
    const keyed = entries.flatMap(({ concept, name, text }) => {
      const language = concept.language;
      const byName = { key: `${language} name ${lettersOf(name)}`, concept, name };
      return text === '' ? [byName] : [byName, { key: `${language} text ${lettersOf(text)}`, concept, name }];
    });
    const seen = new Set<string>();
    return [...Map.groupBy(keyed, ({ key }) => key).values()].flatMap((group) => {
      const [first, ...rest] = group;
      const members = group.map(({ concept }) => concept.id).join(' ');
      if (first === undefined || rest.length === 0 || seen.has(members)) return [];
      seen.add(members);
      const message = `"${first.name}" and ${rest.map(({ name }) => `"${name}"`).join(', ')} may be one entry.`;
      return [{ conceptId: first.concept.id, message, quote: '', others: rest.map(({ concept }) => concept.id) }];
    });
  },
};

function lettersOf(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
