import { checkStatements } from '../definition/accept-statements.ts';
import type { WriterPassage } from '../definition/choose-passages.ts';
import type {
  Concept,
  ConceptId,
  Definition,
  DocumentId,
  Evidence,
  Glossary,
  Issue,
  LanguageTag,
  Statement,
  TermLists,
} from '../domain/index.ts';
import { promptLanguage } from '../llm/compose-prompt.ts';
import { otherLanguage } from '../llm/output-language.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import {
  REFINEMENT_PROMPT_VERSION,
  type RevisedStatement,
  reviseDefinitions,
  type RevisionRequest,
} from '../refinement/refinement-prompt.ts';
import { reviewGlossary } from '../review/review-glossary.ts';
import { contentHash } from '../text/content-hash.ts';
import type { DigestedDocument } from './artifacts.ts';
import { askInBatches, type ModelItem } from './ask-in-batches.ts';
import type { ExecutionContext } from './execution-context.ts';
import { inSlices, mapped, type Sliced } from '../runtime/in-slices.ts';
import { createNoteFinder } from './note-finder.ts';
import { passagesForWriter } from './passages-for-writer.ts';

const PASSAGES = 6;

/** Issues that another wording can answer; the others ask for decisions of people. */
const ANSWERABLE: ReadonlySet<string> = new Set([
  'model-unclear',
  'model-contradiction',
  'circular',
  'starts-with-term',
  'too-long',
]);

interface Revision {
  readonly concept: Concept;
  readonly issues: readonly Issue[];
  readonly definition: Definition;
}

/**
 * Answers open issues with new revisions by a language model: checked as every statement is, never standing on less
 * than before, and taken back where a rule still finds the same. What a person wrote is never changed.
 *
 * @throws as `askInBatches`
 */
export async function refineWithModel(
  glossary: Glossary,
  {
    digests,
    model,
    termLists,
    outputLanguage,
    execution,
  }: {
    readonly digests: readonly DigestedDocument[];
    readonly model: LanguageModel;
    /** Their notes say which meaning is meant. */
    readonly termLists: TermLists;
    /** That definitions are written in (BCP 47); that of each entry unless told. */
    readonly outputLanguage?: LanguageTag | undefined;
    readonly execution: ExecutionContext;
  },
): Promise<Glossary> {
  const byConcept = Map.groupBy(
    glossary.issues.filter(({ state, rule }) => state === 'open' && ANSWERABLE.has(rule)),
    ({ conceptId }) => conceptId,
  );
  const subjects = glossary.concepts.filter(
    ({ id, definition }) => byConcept.has(id) && definition !== undefined && definition.author !== 'person',
  );
  const named = subjects.map(({ id, language, designations }) => {
    return { key: id, language, names: designations.map(({ text }) => text) };
  });
  const chosen = await inSlices(passagesForWriter(named, digests, { most: PASSAGES }), execution.signal);
  const passages = new Map(
    subjects.map((concept) => [concept.id, withOwnEvidence(concept, chosen.get(concept.id) ?? [])]),
  );
  const noteOf = createNoteFinder(termLists);
  const languagesOf = ({ language }: Concept) => {
    const output = otherLanguage(language, outputLanguage);
    return { language, ...(output === undefined ? {} : { outputLanguage: output }) };
  };
  const itemOf = (concept: Concept): ModelItem<RevisionRequest> => {
    const note = noteOf(concept);
    const item: RevisionRequest = {
      ...languagesOf(concept),
      names: concept.designations.map(({ text }) => text),
      definition: textOf(concept.definition?.statements ?? []),
      issues: (byConcept.get(concept.id) ?? []).map(({ message }) => message),
      passages: (passages.get(concept.id) ?? []).map(({ text }) => text),
      ...(note === undefined ? {} : { note }),
    };
    return {
      item,
      key: contentHash(JSON.stringify([REFINEMENT_PROMPT_VERSION, model.identity, item])),
      name: item.names[0] ?? '',
      group: `${promptLanguage(concept.language)} ${concept.language} ${item.outputLanguage ?? ''}`,
    };
  };
  const items = await inSlices(mapped(subjects, itemOf), execution.signal);
  const answers = await askInBatches<RevisionRequest, readonly RevisedStatement[]>(items, execution, {
    step: 'refine',
    model,
    promptVersion: REFINEMENT_PROMPT_VERSION,
    ask: reviseDefinitions,
  });
  const texts = new Map(digests.map(({ document }) => [document.id, document.text]));
  const revisionsOf = (concept: Concept, index: number): Revision[] => {
    const answer = answers.get(items[index]?.key ?? '');
    const issues = byConcept.get(concept.id) ?? [];
    if (answer === undefined || concept.definition === undefined) return [];
    const statements = checkStatements(answer, {
      ...languagesOf(concept),
      names: concept.designations.map(({ text }) => text),
      passages: passages.get(concept.id) ?? [],
      texts,
    }).map(({ statement }) => statement);
    const definition = revisionOf(concept.definition, statements, issues);
    return definition === undefined ? [] : [{ concept, issues, definition }];
  };
  const revisions = (await inSlices(mapped(subjects, revisionsOf), execution.signal)).flat();
  return applied(glossary, await inSlices(withoutRelapses(glossary, revisions, texts), execution.signal));
}

/** What the present definition stands on comes first: a revision may keep it. */
function withOwnEvidence({ definition }: Concept, passages: readonly WriterPassage[]): readonly WriterPassage[] {
  const own = definition?.statements.flatMap(({ text, support, evidence }) =>
    evidence.map((one) => {
      const known = passages.find((passage) => isSamePlace(passage.evidence, one));
      return known ?? { evidence: one, text: support === 'supported' ? text : one.quote, score: 1 };
    }),
  );
  const all = [...(own ?? []), ...passages];
  const places = all.map(({ evidence: { documentId, range } }) => `${documentId} ${range.start} ${range.end}`);
  return all.filter((_passage, index) => places.indexOf(places[index] ?? '') === index).slice(0, PASSAGES + 2);
}

function isSamePlace(one: Evidence, other: Evidence): boolean {
  return (
    one.documentId === other.documentId && one.range.start === other.range.start && one.range.end === other.range.end
  );
}

function textOf(statements: readonly Statement[]): string {
  return statements
    .filter(({ support }) => support !== 'unsupported')
    .map(({ text }) => text)
    .join('\n');
}

/** `undefined` where it says nothing new, or stands on less than what it would replace. */
function revisionOf(
  before: Definition,
  statements: readonly Statement[],
  issues: readonly Issue[],
): Definition | undefined {
  const held = before.statements.filter(({ support }) => support !== 'unsupported');
  if (statements.length === 0 || statements.some(({ support }) => support === 'unsupported')) return undefined;
  if (textOf(statements) === textOf(before.statements)) return undefined;
  if (quotedShare(statements) < quotedShare(held)) return undefined;
  return {
    ...before,
    state: 'refined',
    author: 'language-model',
    statements,
    revision: before.revision + 1,
    reason: `Answers: ${issues.map(({ rule, message }) => `${rule}: ${message}`).join(' ')}`,
  };
}

function quotedShare(statements: readonly Statement[]): number {
  const quoted = statements.filter(({ support }) => support === 'supported').length;
  return statements.length === 0 ? 0 : quoted / statements.length;
}

/** Revisions after which no rule finds anything at the entry that it had not found before, or that it had to answer. */
function* withoutRelapses(
  glossary: Glossary,
  revisions: readonly Revision[],
  texts: ReadonlyMap<DocumentId, string>,
): Sliced<readonly Revision[]> {
  if (revisions.length === 0) return revisions;
  const found = new Map<ConceptId, Set<string>>();
  for (const { conceptId, rule } of yield* reviewGlossary(applied(glossary, revisions), { texts })) {
    found.set(conceptId, (found.get(conceptId) ?? new Set()).add(rule));
  }
  const known = Map.groupBy(glossary.issues, ({ conceptId }) => conceptId);
  return revisions.filter(({ concept, issues }) => {
    const before = new Set((known.get(concept.id) ?? []).map(({ rule }) => rule));
    const answered = new Set(issues.map(({ rule }) => rule));
    return [...(found.get(concept.id) ?? [])].every((rule) => before.has(rule) && !answered.has(rule));
  });
}

function applied(glossary: Glossary, revisions: readonly Revision[]): Glossary {
  const byId = new Map(revisions.map((revision) => [revision.concept.id, revision]));
  const answered = new Set(revisions.flatMap(({ issues }) => issues.map(({ id }) => id)));
  return {
    ...glossary,
    concepts: glossary.concepts.map((concept) => {
      const revision = byId.get(concept.id);
      return revision === undefined ? concept : { ...concept, definition: revision.definition };
    }),
    issues: glossary.issues.map((issue) => (answered.has(issue.id) ? { ...issue, state: 'resolved' } : issue)),
  };
}
