import type { ReviewRule } from '../review-rule.ts';

/** A quotation that is no longer where it was. Checked only for documents whose text is at hand. */
export const staleEvidence: ReviewRule = {
  key: 'stale-evidence',
  kind: 'contradiction',
  check: ({ entries, texts }) =>
    entries.flatMap(({ concept, name }) =>
      (concept.definition?.statements ?? [])
        .flatMap((statement) => statement.evidence)
        .filter(({ documentId, range, quote }) => {
          const text = texts.get(documentId);
          return text !== undefined && text.slice(range.start, range.end) !== quote;
        })
        .map(({ quote }) => {
          const message = `A quotation for "${name}" is no longer in its document.`;
          return { conceptId: concept.id, message, quote, others: [] };
        }),
    ),
};
