import {
  type CheckedStatement,
  checkStatements,
  definitionOf,
  restsOnDefinition,
  type Writing,
} from '../definition/accept-statements.ts';
import type { WriterPassage } from '../definition/choose-passages.ts';
import {
  DEFINITION_PROMPT_VERSION,
  type WritingRequest,
  type WrittenStatement,
} from '../definition/definition-prompt.ts';
import { writeDefinitions } from '../definition/write-definitions.ts';
import {
  type Concept,
  type ConceptId,
  type DocumentId,
  isExplained,
  type LanguageTag,
  type TermLists,
} from '../domain/index.ts';
import { promptLanguage } from '../llm/compose-prompt.ts';
import { otherLanguage } from '../llm/output-language.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import { contentHash } from '../text/content-hash.ts';
import type { DigestedDocument } from './artifacts.ts';
import { askInBatches, type ModelItem } from './ask-in-batches.ts';
import type { ExecutionContext } from './execution-context.ts';
import { inSlices, mapped } from '../runtime/in-slices.ts';
import { createNoteFinder } from './note-finder.ts';
import { passagesForWriter } from './passages-for-writer.ts';

export interface DefineTools {
  readonly model: LanguageModel;
  /** Their notes say which meaning is meant. */
  readonly termLists: TermLists;
  /** That definitions are written in (BCP 47); that of each entry unless told. */
  readonly outputLanguage?: LanguageTag | undefined;
  readonly execution: ExecutionContext;
}

/** How many passages a model is given for one entry. */
const PASSAGES = 6;

interface Subject {
  readonly concept: Concept;
  readonly request: WritingRequest;
  readonly writing: Writing;
}

/**
 * Definitions by a language model, in place of the built-in ones where at least one of their statements stands on the
 * passages. A statement that does not is asked for once more, with what was wrong with it; if it still does not, it is
 * kept flagged. Where nothing that was written holds, the built-in definition stays.
 *
 * @throws as `askInBatches`
 */
export async function defineWithModel(
  concepts: readonly Concept[],
  digests: readonly DigestedDocument[],
  tools: DefineTools,
): Promise<readonly Concept[]> {
  const named = concepts.map(({ id, language, designations }) => {
    return { key: id, language, names: designations.map(({ text }) => text) };
  });
  const passages = await inSlices(passagesForWriter(named, digests, { most: PASSAGES }), tools.execution.signal);
  const texts = new Map(digests.map(({ document }) => [document.id, document.text]));
  const noteOf = createNoteFinder(tools.termLists);
  const subjects = concepts.flatMap((concept) =>
    subjectOf(concept, passages.get(concept.id) ?? [], {
      texts,
      note: noteOf(concept),
      outputLanguage: otherLanguage(concept.language, tools.outputLanguage),
    }),
  );
  const first = await written(subjects, tools);
  const doubted = subjects.flatMap((subject): Subject[] => {
    const refused = refusedOf(first.get(subject.concept.id) ?? []);
    if (refused.length === 0) return [];
    const findings = refused.map(({ statement, problems }) => ({ statement: statement.text, words: problems }));
    return [{ ...subject, request: { ...subject.request, findings } }];
  });
  const second = await written(doubted, tools, { isOptional: true });
  const writings = new Map(subjects.map(({ concept, writing }) => [concept.id, writing]));
  return concepts.map((concept) => {
    const best = better(first.get(concept.id), second.get(concept.id)) ?? [];
    const writing = writings.get(concept.id);
    const definition = writing === undefined ? undefined : definitionOf(best, writing);
    if (writing === undefined || definition === undefined) return concept;
    const isBetter = isExplained({ definition }) && restsOnDefinition(definition, writing);
    return isBetter || concept.definition === undefined ? { ...concept, definition } : concept;
  });
}

function subjectOf(
  concept: Concept,
  passages: readonly WriterPassage[],
  {
    texts,
    note,
    outputLanguage,
  }: {
    readonly texts: ReadonlyMap<DocumentId, string>;
    readonly note: string | undefined;
    readonly outputLanguage: LanguageTag | undefined;
  },
): Subject[] {
  if (passages.length === 0) return [];
  const languages = { language: concept.language, ...(outputLanguage === undefined ? {} : { outputLanguage }) };
  const names = concept.designations.map(({ text }) => text);
  const quotes = passages.map(({ text }) => text);
  const request = { ...languages, names, passages: quotes, ...(note === undefined ? {} : { note }) };
  return [{ concept, request, writing: { ...languages, names, passages, texts } }];
}

async function written(
  subjects: readonly Subject[],
  { model, execution }: DefineTools,
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): Promise<ReadonlyMap<ConceptId, readonly CheckedStatement[]>> {
  const { signal } = execution;
  const itemOf = ({ request }: Subject): ModelItem<WritingRequest> => ({
    item: request,
    key: contentHash(JSON.stringify([DEFINITION_PROMPT_VERSION, model.identity, request])),
    name: request.names[0] ?? '',
    group: `${promptLanguage(request.language)} ${request.language} ${request.outputLanguage ?? ''}`,
  });
  const items = await inSlices(mapped(subjects, itemOf), signal);
  const answers = await askInBatches<WritingRequest, readonly WrittenStatement[]>(items, execution, {
    step: 'define',
    model,
    isOptional,
    promptVersion: DEFINITION_PROMPT_VERSION,
    ask: writeDefinitions,
  });
  const checked = mapped(subjects, ({ concept, writing }, index) => {
    const answer = answers.get(items[index]?.key ?? '');
    return answer === undefined ? [] : [[concept.id, checkStatements(answer, writing)] as const];
  });
  return new Map((await inSlices(checked, signal)).flat());
}

function refusedOf(statements: readonly CheckedStatement[]): readonly CheckedStatement[] {
  return statements.filter(({ statement }) => statement.support === 'unsupported');
}

/** The second answer, where it has something that holds and fewer that do not. */
function better(
  first: readonly CheckedStatement[] | undefined,
  second: readonly CheckedStatement[] | undefined,
): readonly CheckedStatement[] | undefined {
  if (first === undefined || second === undefined) return first;
  const refused = refusedOf(second).length;
  return second.length > refused && refused < refusedOf(first).length ? second : first;
}
