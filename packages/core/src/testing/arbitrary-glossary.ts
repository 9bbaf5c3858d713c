import * as fc from 'fast-check';
import {
  type Concept,
  type Definition,
  type Evidence,
  type Glossary,
  type GlossaryDocument,
  type Issue,
  conceptId,
  documentId,
  issueId,
} from '../domain/index.ts';

/** Any string, with the units that databases and objects stumble over. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('\0', '\uFDD0', '\uD800', '\uDC00', '👩‍🚀', '語', "'", '"', '\\'), maxLength: 6 }),
  fc.constantFrom('__proto__', 'constructor', '', '[1]', '{"a":1}', 'null'),
);

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const offset = fc.nat(1_000_000);
const range = fc.record({ start: offset, end: offset });

/** A whole glossary that keeps the promises of its types: ids are unique and known, occurrences stand in order. */
export const anyGlossary: fc.Arbitrary<Glossary> = fc
  .record({
    documentIds: fc.uniqueArray(anyText, { maxLength: 4 }),
    conceptIds: fc.uniqueArray(anyText, { maxLength: 6 }),
    issueIds: fc.uniqueArray(anyText, { maxLength: 5 }),
  })
  .chain(({ documentIds, conceptIds, issueIds }) =>
    fc.record({
      title: anyText,
      documents: fc.tuple(...documentIds.map(anyDocument)),
      concepts: fc.tuple(...conceptIds.map((id) => anyConcept(id, conceptIds, documentIds))),
      issues: fc.tuple(...issueIds.map((id) => anyIssue(id, conceptIds))),
    }),
  );

function anyDocument(id: string): fc.Arbitrary<GlossaryDocument> {
  return fc.record({
    id: fc.constant(documentId(id)),
    name: anyText,
    format: fc.constantFrom('markdown', 'html'),
    encoding: fc.constantFrom('utf-8', 'shift_jis'),
    language: fc.constantFrom('en', 'ja'),
    contentHash: anyText,
    lineStarts: fc.array(offset, { maxLength: 5 }),
  });
}

function anyEvidence(documentIds: readonly string[]): fc.Arbitrary<readonly Evidence[]> {
  if (documentIds.length === 0) return fc.constant([]);
  const id = fc.constantFrom(...documentIds).map(documentId);
  return fc.array(fc.record({ documentId: id, range, quote: anyText }), { maxLength: 3 });
}

function anyDefinition(documentIds: readonly string[]): fc.Arbitrary<Definition> {
  return fc.record(
    {
      state: fc.constantFrom('drafted', 'refined', 'edited'),
      author: fc.constantFrom('built-in', 'language-model', 'person'),
      statements: fc.array(
        fc.record({
          text: anyText,
          role: fc.constantFrom('definition', 'context'),
          support: fc.constantFrom('supported', 'weak', 'unsupported'),
          evidence: anyEvidence(documentIds),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
      revision: fc.integer({ min: 1, max: 9 }),
      reason: anyText,
    },
    { requiredKeys: ['state', 'author', 'statements', 'confidence', 'revision'] },
  );
}

function anyConcept(id: string, ids: readonly string[], documentIds: readonly string[]): fc.Arbitrary<Concept> {
  const occurrences = fc.tuple(
    ...documentIds.map((document) =>
      fc.array(fc.record({ documentId: fc.constant(documentId(document)), range, designation: fc.nat(2) }), {
        maxLength: 4,
      }),
    ),
  );
  const relations = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom('synonym', 'broader', 'see-also'),
      target: fc.constantFrom(...ids).map(conceptId),
      state: fc.constantFrom('proposed', 'accepted'),
      evidence: anyEvidence(documentIds),
    }),
    { selector: ({ kind, target }) => JSON.stringify([kind, target]), maxLength: 3 },
  );
  const designations = fc.array(
    fc.record(
      {
        text: anyText,
        kind: fc.constantFrom('term', 'proper-name', 'symbol'),
        status: fc.constantFrom('preferred', 'admitted', 'deprecated', 'forbidden'),
        form: fc.constantFrom('full', 'abbreviation', 'variant', 'synonym'),
        reading: anyText,
      },
      { requiredKeys: ['text', 'kind', 'status', 'form'] },
    ),
    { minLength: 1, maxLength: 3 },
  );
  return fc.record(
    {
      id: fc.constant(conceptId(id)),
      language: fc.constantFrom('en', 'ja'),
      designations,
      definition: anyDefinition(documentIds),
      relations,
      occurrences: occurrences.map((lists) => lists.flat()),
      reason: fc.constantFrom('score', 'required'),
      score: number,
      scoreParts: fc.array(fc.record({ name: anyText, value: number }), { maxLength: 3 }),
    },
    { requiredKeys: ['id', 'language', 'designations', 'relations', 'occurrences', 'reason', 'score', 'scoreParts'] },
  ) as fc.Arbitrary<Concept>;
}

function anyIssue(id: string, conceptIds: readonly string[]): fc.Arbitrary<Issue> {
  const concept = conceptIds.length === 0 ? fc.constant('gone') : fc.constantFrom(...conceptIds);
  return fc.record({
    id: fc.constant(issueId(id)),
    conceptId: concept.map(conceptId),
    kind: fc.constantFrom('unclear', 'contradiction', 'form'),
    rule: anyText,
    message: anyText,
    quote: anyText,
    others: fc.array(concept.map(conceptId), { maxLength: 2 }),
    state: fc.constantFrom('open', 'resolved', 'dismissed'),
  });
}
