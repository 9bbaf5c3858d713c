import type { ReviewRule } from '../review-rule.ts';

/** Two statements of one entry that give different numbers for the same thing: same word before, same unit after. */
export const contradictingNumbers: ReviewRule = {
  key: 'contradicting-numbers',
  kind: 'contradiction',
  check: ({ entries }) =>
    entries.flatMap(({ concept, name }) => {
      const stated = new Map<string, { readonly number: string; readonly statement: number }>();
      for (const [statement, { text }] of (concept.definition?.statements ?? []).entries()) {
        for (const [, before = '', number = '', unit = ''] of text.normalize('NFKC').toLowerCase().matchAll(MEASURE)) {
          const known = stated.get(`${before} ${unit}`);
          if (known === undefined) stated.set(`${before} ${unit}`, { number, statement });
          else if (known.number !== number && known.statement !== statement) {
            const message = `The statements about "${name}" say ${known.number} and ${number} ${unit}.`;
            return [{ conceptId: concept.id, message, quote: number, others: [] }];
          }
        }
      }
      return [];
    }),
};

const MEASURE = /(\p{L}+)[\s、はが]*?(\d+(?:[.,]\d+)*)\s*(\p{L}{1,12}|%)/gu;
