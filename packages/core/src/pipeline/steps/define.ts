import { type Glossary, type GlossaryDocument, isExplained } from '../../domain/index.ts';
import { compareEntries } from '../../text/collation.ts';
import { lineStarts } from '../../text/line-index.ts';
import type { DigestedDocument } from '../artifacts.ts';
import { draftConcepts } from '../draft-concepts.ts';
import { defineStep } from '../step.ts';

/** Terms to entries in reading order, each with the words of the documents that define it. */
export function createDefineStep({ title }: { readonly title: string }) {
  return defineStep({
    name: 'define',
    needs: ['digests', 'terms'],
    makes: ['drafts'],
    run({ digests, terms }) {
      const concepts = draftConcepts(terms, digests)
        .map((concept) => ({ concept, entry: { language: concept.language, ...firstDesignation(concept) } }))
        .toSorted((a, b) => compareEntries(a.entry, b.entry))
        .map(({ concept }) => concept);
      const drafts: Glossary = { title, documents: digests.map(glossaryDocument), concepts, issues: [] };
      const defined = concepts.filter(isExplained).length;
      return Promise.resolve({ made: { drafts }, count: defined });
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
