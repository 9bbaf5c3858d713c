import { type Glossary, type GlossaryDocument, isExplained, type LanguageTag } from '../../domain/index.ts';
import type { LanguageModel } from '../../llm/language-model.ts';
import { inSlices } from '../../runtime/in-slices.ts';
import { compareEntries } from '../../text/collation.ts';
import { lineStarts } from '../../text/line-index.ts';
import type { DigestedDocument } from '../artifacts.ts';
import { defineWithModel } from '../define-with-model.ts';
import { draftConcepts } from '../draft-concepts.ts';
import { placeConcepts } from '../place-concepts.ts';
import { defineStep } from '../step.ts';

export interface DefineOptions {
  readonly title: string;
  /** Writes the definitions; the built-in engine quotes them unless told. */
  readonly model?: LanguageModel;
  /** That a model writes definitions in; that of each entry unless told. */
  readonly outputLanguage?: LanguageTag;
}

/** Terms to entries in reading order, each with the words of the documents that define it. */
export function createDefineStep({ title, model, outputLanguage }: DefineOptions) {
  return defineStep({
    name: 'define',
    needs: ['digests', 'terms', 'termLists'],
    makes: ['drafts'],
    async run({ digests, terms, termLists }, execution) {
      const drafted = await inSlices(draftConcepts(terms, digests), execution.signal);
      const written =
        model === undefined
          ? drafted
          : await defineWithModel(drafted, digests, { model, termLists, outputLanguage, execution });
      // What came in for its definition alone has no place without one.
      const kept = written.filter((concept) => concept.reason !== 'defined' || isExplained(concept));
      const placed = await inSlices(placeConcepts(kept, terms, digests), execution.signal);
      const concepts = placed
        .map((concept) => ({ concept, entry: { language: concept.language, ...firstDesignation(concept) } }))
        .toSorted((a, b) => compareEntries(a.entry, b.entry))
        .map(({ concept }) => concept);
      const drafts: Glossary = { title, documents: digests.map(glossaryDocument), concepts, issues: [] };
      const defined = concepts.filter(isExplained).length;
      return { made: { drafts }, count: defined };
    },
  });
}

function firstDesignation({ designations }: Glossary['concepts'][number]): { text: string; reading?: string } {
  const [{ text, reading } = { text: '' }] = designations;
  return reading === undefined ? { text } : { text, reading };
}

function glossaryDocument({ document, language }: DigestedDocument): GlossaryDocument {
  const { id, name, format, encoding, contentHash, text } = document;
  return { id, name, format, encoding, language, contentHash, lineStarts: lineStarts(text) };
}
