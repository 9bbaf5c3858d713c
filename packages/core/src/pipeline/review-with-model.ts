import { type Concept, type ConceptId, type Glossary, isExplained, type LanguageTag } from '../domain/index.ts';
import { promptLanguage } from '../llm/compose-prompt.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import { type AcceptedFindings, acceptFindings } from '../review/accept-findings.ts';
import {
  type ModelFinding,
  REVIEW_PROMPT_VERSION,
  reviewEntries,
  type ReviewRequest,
} from '../review/review-prompt.ts';
import { inSlices, mapped } from '../runtime/in-slices.ts';
import { contentHash } from '../text/content-hash.ts';
import { askInBatches, type ModelItem } from './ask-in-batches.ts';
import type { ExecutionContext } from './execution-context.ts';

/**
 * What a language model finds wrong with the explained entries of a glossary, beside what the rules find.
 *
 * @throws as `askInBatches`
 */
export async function reviewWithModel(
  { concepts }: Glossary,
  {
    model,
    messageLanguage,
    execution,
  }: {
    readonly model: LanguageModel;
    readonly messageLanguage?: LanguageTag | undefined;
    readonly execution: ExecutionContext;
  },
): Promise<AcceptedFindings> {
  const explained = concepts.filter(isExplained);
  const itemOf = (concept: Concept): ModelItem<ReviewRequest> => {
    const item = {
      ...requestOf(concept),
      ...(messageLanguage === undefined ? {} : { messageLanguage }),
    };
    return {
      item,
      key: contentHash(JSON.stringify([REVIEW_PROMPT_VERSION, model.identity, item])),
      name: item.names[0] ?? '',
      group: `${promptLanguage(concept.language)} ${concept.language}`,
    };
  };
  const items = await inSlices(mapped(explained, itemOf), execution.signal);
  const answers = await askInBatches<ReviewRequest, readonly ModelFinding[]>(items, execution, {
    step: 'review',
    model,
    promptVersion: REVIEW_PROMPT_VERSION,
    ask: reviewEntries,
  });
  const found = new Map<ConceptId, readonly ModelFinding[]>();
  for (const [index, concept] of explained.entries()) {
    const findings = answers.get(items[index]?.key ?? '');
    if (findings !== undefined) found.set(concept.id, findings);
  }
  return inSlices(acceptFindings(found, concepts), execution.signal);
}

function requestOf({ language, designations, definition }: Concept): ReviewRequest {
  const held = definition?.statements.filter(({ support }) => support !== 'unsupported') ?? [];
  return {
    language,
    names: designations.map(({ text }) => text),
    definition: held.map(({ text }) => text).join('\n'),
    evidence: [...new Set(held.flatMap(({ evidence }) => evidence.map(({ quote }) => quote)))],
  };
}
