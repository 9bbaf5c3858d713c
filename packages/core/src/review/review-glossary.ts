import type { ConceptId, DocumentId, Glossary, Issue } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { createOccurrenceFinder } from '../text/find-occurrences.ts';
import { findingId } from './finding-id.ts';
import type { Finding, ReviewRule, ReviewView, StatedMeaning } from './review-rule.ts';
import { reviewRules } from './rules/index.ts';

/** All issues that the rules find, sorted by rule of the registry, then in the order of the entries. */
export function* reviewGlossary(
  glossary: Glossary,
  options: {
    readonly texts?: ReadonlyMap<DocumentId, string>;
    readonly stated?: ReadonlyMap<ConceptId, readonly StatedMeaning[]>;
  } = {},
): Sliced<readonly Issue[]> {
  const view = yield* prepare(glossary, { texts: options.texts ?? new Map(), stated: options.stated ?? new Map() });
  const issues: Issue[] = [];
  for (const rule of reviewRules) {
    yield;
    for (const finding of rule.check(view)) issues.push(toIssue(rule, finding));
  }
  return issues;
}

function toIssue(rule: ReviewRule, { conceptId, message, quote, others, evidence }: Finding): Issue {
  return {
    id: findingId(rule.key, { conceptId, quote, others }),
    conceptId,
    kind: rule.kind,
    rule: rule.key,
    message,
    quote,
    others,
    ...(evidence !== undefined && { evidence }),
    state: 'open',
  };
}

function* prepare(glossary: Glossary, { texts, stated }: Pick<ReviewView, 'texts' | 'stated'>): Sliced<ReviewView> {
  const owned = glossary.concepts.flatMap((concept) =>
    concept.designations.map(({ text }) => ({ concept, text, language: concept.language })),
  );
  const finder = createOccurrenceFinder(owned);
  const entries: ReviewView['entries'][number][] = [];
  for (const concept of glossary.concepts) {
    yield;
    // What stands on nothing is no definition: it is shown as a draft, and the entry counts as never explained.
    const defining =
      concept.definition?.statements.filter(
        ({ role, support }) => role === 'definition' && support !== 'unsupported',
      ) ?? [];
    const text = defining.map((statement) => statement.text.replaceAll('\n', ' ')).join('\n');
    const mentions = finder.find(text).flatMap((hit) => {
      const owner = owned[hit.designation];
      return owner === undefined ? [] : [{ ...hit, concept: owner.concept }];
    });
    entries.push({ concept, name: concept.designations[0]?.text ?? '', text, mentions });
  }
  return { glossary, texts, stated, entries };
}
