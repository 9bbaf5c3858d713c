import { findStatedDefinitions } from '../../definition/find-stated-definitions.ts';
import type { LanguageTag } from '../../domain/index.ts';
import type { LanguageModel } from '../../llm/language-model.ts';
import { reviewGlossary } from '../../review/review-glossary.ts';
import { inSlices } from '../../runtime/in-slices.ts';
import { relateEntries } from '../relate-entries.ts';
import { reviewWithModel } from '../review-with-model.ts';
import { sentenceRanges } from '../sentence-ranges.ts';
import { defineStep } from '../step.ts';

/**
 * Reads the drafted glossary as a whole and names what is wrong with it: the rules first, then a language model, where
 * there is one, whose relations become proposals where a sentence holds them.
 */
export function createReviewStep({
  model,
  messageLanguage,
}: {
  readonly model?: LanguageModel;
  readonly messageLanguage?: LanguageTag;
} = {}) {
  return defineStep({
    name: 'review',
    needs: ['drafts', 'documents', 'digests'],
    makes: ['issues', 'related'],
    async run({ drafts, documents, digests }, execution) {
      const texts = new Map(documents.map(({ id, text }) => [id, text]));
      const named = new Map(
        drafts.concepts.map(({ id, language, designations }) => {
          return [id, { language, names: designations.map(({ text }) => text) }];
        }),
      );
      const sources = digests.map((digest) => ({ ...digest, sentences: sentenceRanges(digest.sentences) }));
      const stated = await inSlices(findStatedDefinitions(named, sources), execution.signal);
      const issues = await inSlices(reviewGlossary(drafts, { texts, stated }), execution.signal);
      if (model === undefined) return { made: { issues, related: drafts }, count: issues.length };
      const found = await reviewWithModel(drafts, { model, messageLanguage, execution });
      const concepts = await inSlices(relateEntries(drafts.concepts, found.relations, digests), execution.signal);
      const related = { ...drafts, concepts };
      const all = [...issues, ...found.issues];
      return { made: { issues: all, related }, count: all.length };
    },
  });
}
