import { normalForm } from '../../text/normal-form.ts';
import type { ReviewRule } from '../review-rule.ts';

/** One name for two concepts: people must tell them apart, or they are one. */
export const sameName: ReviewRule = {
  key: 'same-name',
  kind: 'unclear',
  check: ({ glossary }) => {
    const named = glossary.concepts.flatMap((concept) => {
      const forms = new Set(concept.designations.map(({ text }) => normalForm(text, concept.language)));
      return [...forms].map((form) => ({ key: `${concept.language} ${form}`, concept }));
    });
    return [...Map.groupBy(named, ({ key }) => key).values()].flatMap((group) => {
      const [first, ...rest] = group.map(({ concept }) => concept);
      if (first === undefined || rest.length === 0) return [];
      const quote = first.designations[0]?.text ?? '';
      const message = `"${quote}" shares a name with ${rest.length} other ${rest.length === 1 ? 'entry' : 'entries'}.`;
      return [{ conceptId: first.id, message, quote, others: rest.map(({ id }) => id) }];
    });
  },
};
