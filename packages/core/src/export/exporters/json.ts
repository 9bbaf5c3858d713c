import {
  type Concept,
  type Definition,
  type Evidence,
  type GlossaryDocument,
  inverseRelations,
  type Issue,
  type NameMatching,
  type Occurrence,
} from '../../domain/index.ts';
import { documentCount, exportedDefinition, GlossaryIndex, preferred } from '../entry-view.ts';
import type { Exporter, ExportOptions } from '../exporter.ts';
import {
  type EntryExport,
  type EvidenceExport,
  type GlossaryExport,
  glossaryExportVersion,
  type IssueExport,
  type MatchingExport,
} from '../json-schema.ts';
import { isFoundByModel } from '../tell-exported-issue.ts';
import { type JsonValue, layoutJson } from '../layout-json.ts';
import { localeOf, titleOf, wordsOf } from '../words.ts';

/** Everything a glossary holds but the text of the documents, in the schema of `docs/reference/json-export.md`. */
export const json: Exporter = {
  name: 'json',
  fileExtension: '.json',
  mediaType: 'application/json',
  *write(glossary, options) {
    const index = new GlossaryIndex(glossary);
    const title = titleOf(glossary, wordsOf(options.locale ?? localeOf(glossary)));
    yield `{\n  "schema": ${JSON.stringify(glossaryExportVersion)},\n  "title": ${JSON.stringify(title)},\n`;
    yield* list('documents', glossary.documents, documentExport);
    yield ',\n';
    yield* list('entries', glossary.concepts, (concept) => entryExport(concept, index, options));
    yield ',\n';
    yield* list('issues', glossary.issues, (issue) => issueExport(issue, index, options));
    yield '\n}\n';
  },
};

function* list<Item>(name: string, items: readonly Item[], toExport: (item: Item) => JsonValue): Iterable<string> {
  yield `  ${JSON.stringify(name)}: [`;
  for (const [position, item] of items.entries()) {
    yield `${position === 0 ? '' : ','}\n    ${layoutJson(toExport(item), 4)}`;
  }
  yield items.length === 0 ? ']' : '\n  ]';
}

function documentExport(document: GlossaryDocument): GlossaryExport['documents'][number] {
  const { id, name, format, encoding, language, contentHash } = document;
  return { id, name, format, encoding, language, contentHash };
}

function entryExport(concept: Concept, index: GlossaryIndex, options: ExportOptions): EntryExport {
  const { includeUnsupported = false } = options;
  const definition = exportedDefinition(concept, { includeUnsupported });
  const relationsTo = inverseRelations(concept, index.relationsTo(concept));
  return {
    id: concept.id,
    term: preferred(concept).text,
    language: concept.language,
    designations: concept.designations.map(({ text, kind, status, form, reading, reason, matching }) => {
      return {
        text,
        kind,
        status,
        form,
        ...(reading === undefined ? {} : { reading }),
        ...(reason === undefined ? {} : { reason }),
        ...(matching === undefined ? {} : { matching: matchingExport(matching) }),
      };
    }),
    definition:
      definition === undefined
        ? null
        : {
            state: definition.state,
            author: definition.author,
            confidence: definition.confidence,
            revision: definition.revision,
            ...reasonExport(definition, { includeUnsupported }),
            statements: definition.statements.map(({ text, role, support, evidence }) => {
              return { text, role, support, evidence: evidence.map((one) => evidenceExport(one, index)) };
            }),
          },
    ...(concept.category === undefined ? {} : { category: concept.category }),
    ...(concept.note === undefined ? {} : { note: { text: concept.note, author: 'person' } }),
    relations: concept.relations.map(({ kind, target, state, evidence }) => {
      return { kind, target, state, evidence: evidence.map((one) => evidenceExport(one, index)) };
    }),
    ...(relationsTo.length === 0
      ? {}
      : { relationsTo: relationsTo.map(({ kind, source, state }) => ({ kind, source, state })) }),
    reason: concept.reason,
    score: concept.score,
    scoreParts: concept.scoreParts.map(({ name, value }) => ({ name, value })),
    occurrenceCount: concept.occurrences.length,
    documentCount: documentCount(concept),
    occurrences: occurrencesExport(concept.occurrences, index),
  };
}

function matchingExport({ isCaseSensitive, isUninflected, boundary, forms }: NameMatching): MatchingExport {
  return {
    ...(isCaseSensitive === undefined ? {} : { isCaseSensitive }),
    ...(isUninflected === undefined ? {} : { isUninflected }),
    ...(boundary === undefined ? {} : { boundary }),
    ...(forms === undefined ? {} : { forms: [...forms] }),
  };
}

/** A revision by a language model repeats what a model found: words that stand on nothing. */
function reasonExport(
  { author, reason }: Definition,
  { includeUnsupported }: { readonly includeUnsupported: boolean },
): { readonly reason?: string } {
  const isTold = reason !== undefined && (includeUnsupported || author !== 'language-model');
  return isTold ? { reason } : {};
}

function evidenceExport(evidence: Evidence, index: GlossaryIndex): EvidenceExport {
  const { document, line, column } = index.place(evidence);
  const { start, end } = evidence.range;
  return { document: document.name, start, end, line, column, quote: evidence.quote };
}

/** One item for each run of occurrences in the same document, so that their order is kept whatever it is. */
function occurrencesExport(occurrences: readonly Occurrence[], index: GlossaryIndex): EntryExport['occurrences'] {
  const runs: EntryExport['occurrences'] = [];
  for (const { documentId, range, designation } of occurrences) {
    const { document, line, column } = index.place({ documentId, range });
    let run = runs.at(-1);
    if (run?.document !== document.name) {
      run = { document: document.name, places: [] };
      runs.push(run);
    }
    run.places.push([range.start, range.end, designation, line, column]);
  }
  return runs;
}

function issueExport(issue: Issue, index: GlossaryIndex, { includeUnsupported = false }: ExportOptions): IssueExport {
  const { id, conceptId, kind, rule, quote, others, evidence, state } = issue;
  const passages = evidence?.map((one) => evidenceExport(one, index));
  // As it is stored; only what a language model said is told in other words.
  const isKept = includeUnsupported || !isFoundByModel(issue);
  const message = isKept ? issue.message : index.tellIssue(issue, { includeUnsupported, locale: 'en' });
  return {
    id,
    entry: conceptId,
    kind,
    rule,
    message,
    quote,
    others: [...others],
    ...(passages !== undefined && { evidence: passages }),
    state,
  };
}
