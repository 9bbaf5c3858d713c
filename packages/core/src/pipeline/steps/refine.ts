import type { LanguageTag } from '../../domain/index.ts';
import type { LanguageModel } from '../../llm/language-model.ts';
import { refineGlossary } from '../../refinement/refine-glossary.ts';
import { refineWithModel } from '../refine-with-model.ts';
import { defineStep } from '../step.ts';

/**
 * Answers the issues that can be answered without inventing anything, then, where there is a language model, those that
 * another wording of the documents' own words can answer; the others stay open for people.
 */
export function createRefineStep({
  model,
  outputLanguage,
}: {
  readonly model?: LanguageModel;
  /** That a model writes definitions in; that of each entry unless told. */
  readonly outputLanguage?: LanguageTag;
} = {}) {
  return defineStep({
    name: 'refine',
    needs: ['related', 'issues', 'digests', 'termLists'],
    makes: ['glossary'],
    async run({ related, issues, digests, termLists }, execution) {
      const { glossary: refined } = refineGlossary({ ...related, issues });
      const glossary =
        model === undefined
          ? refined
          : await refineWithModel(refined, { digests, model, termLists, outputLanguage, execution });
      return { made: { glossary }, count: glossary.concepts.length };
    },
  });
}
