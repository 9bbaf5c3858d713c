import { z } from 'zod';
import {
  definitionAuthors,
  definitionStates,
  designationForms,
  designationKinds,
  designationStatuses,
  documentOrigins,
  issueKinds,
  issueStates,
  relationKinds,
} from '../domain/index.ts';
import { validateDocumentName } from '../documents/document-name.ts';
import { glossarySettings } from './glossary-settings.ts';

/** Version of the file that holds a project. */
export const backupVersion = 'genglossary.project/1';

const id = z.string().min(1).max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const time = z.iso.datetime();
const milliseconds = z.int().min(0);
const count = z.int().min(0);
const place = z.int();
const share = z.number().min(0).max(1);
const name = z.string().min(1).max(1000);
const words = z.string().max(200_000);
const language = z.string().max(50);

/** A column that holds JSON: read where it is used, so its shape is looked at here. */
function json(shape: z.ZodType): z.ZodType<string> {
  return z.string().superRefine((text, context) => {
    try {
      const { success } = shape.safeParse(JSON.parse(text));
      if (success) return;
    } catch {
      // Told below.
    }
    context.addIssue({ code: 'custom', message: 'is not the JSON that belongs there' });
  });
}

const range = z.strictObject({ start: count, end: count });
const evidence = z.strictObject({ documentId: id, range, quote: words });
const statement = z.strictObject({
  text: words,
  role: z.enum(['definition', 'context']),
  support: z.enum(['supported', 'weak', 'unsupported']),
  evidence: z.array(evidence),
});
const designationKind = z.enum(designationKinds);
const designationStatus = z.enum(designationStatuses);
const designationForm = z.enum(designationForms);
const matching = z.strictObject({
  isCaseSensitive: z.literal(true).optional(),
  isUninflected: z.literal(true).optional(),
  boundary: z.enum(['whole', 'part']).optional(),
  forms: z.array(name).max(100).optional(),
});
const designation = z.strictObject({
  text: name,
  kind: designationKind,
  status: designationStatus,
  form: designationForm,
  reading: words.optional(),
  reason: words.optional(),
  matching: matching.optional(),
});
const designations = z.array(designation).min(1);
const relationKind = z.enum(relationKinds);
const author = z.enum(definitionAuthors);
const definitionState = z.enum(definitionStates);
const definition = z.strictObject({
  state: definitionState,
  author,
  statements: z.array(statement),
  confidence: share,
  revision: count,
  reason: words.optional(),
});
const relation = z.strictObject({
  kind: relationKind,
  target: id,
  state: z.enum(['proposed', 'accepted']),
  evidence: z.array(evidence),
});
const parts = z.array(z.strictObject({ name, value: z.number() }));
const encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'windows-1252']);
const documentName = z.string().refine((text) => {
  try {
    return validateDocumentName(text) === text;
  } catch {
    return false;
  }
}, 'is no name of a document');
const issueKind = z.enum(issueKinds);
const concept = z.looseObject({
  id,
  language,
  designations,
  definition: definition.optional(),
  relations: z.array(relation),
  occurrences: z.array(z.strictObject({ documentId: id, range, designation: count })),
  category: name.optional(),
  reason: z.enum(['score', 'defined', 'required']),
  score: z.number(),
  scoreParts: parts,
});
const issue = z.looseObject({
  id,
  conceptId: id,
  kind: issueKind,
  rule: name,
  message: words,
  quote: words,
  others: z.array(id),
  evidence: z.array(evidence).optional(),
  state: z.enum(issueStates),
});
const glossary = z.looseObject({
  title: words,
  documents: z.array(
    z.looseObject({ id, name: documentName, format: name, language, contentHash: hash, lineStarts: z.array(count) }),
  ),
  concepts: z.array(concept),
  issues: z.array(issue),
});

/** The rows of each table, as they stand in a file. Nothing else comes in. */
export const backupRows = {
  content: z.strictObject({ content_hash: hash, text: z.string(), released_at: milliseconds.nullable() }),
  document: z.strictObject({
    id,
    name: documentName,
    format: name,
    encoding,
    content_hash: hash,
    length: count,
    updated_at: time.nullable(),
    trashed_at: time.nullable(),
    origin: z.enum(documentOrigins),
  }),
  term_rule: z.strictObject({
    list: z.enum(['required', 'excluded']),
    position: place,
    pattern: name,
    note: words.nullable(),
  }),
  glossary: z.strictObject({ title: words, built_at: time }),
  glossary_document: z.strictObject({
    id,
    position: count,
    name: documentName,
    format: name,
    encoding,
    language,
    content_hash: hash,
    line_starts: json(z.array(count)),
  }),
  concept: z.strictObject({
    id,
    position: place,
    language,
    reason: z.enum(['score', 'defined', 'required']),
    score: z.number(),
    score_parts: json(parts),
  }),
  designation: z.strictObject({
    concept_id: id,
    position: count,
    text: name,
    kind: designationKind,
    status: designationStatus,
    form: designationForm,
    reading: words.nullable(),
  }),
  definition: z.strictObject({
    concept_id: id,
    author,
    revision: count,
    state: definitionState,
    confidence: share,
    reason: words.nullable(),
    statements: json(z.array(statement)),
  }),
  relation: z.strictObject({
    concept_id: id,
    kind: relationKind,
    target: id,
    position: count,
    state: z.enum(['proposed', 'accepted']),
    evidence: json(z.array(evidence)),
  }),
  relation_decision: z.strictObject({
    concept_id: id,
    kind: relationKind,
    target: id,
    state: z.enum(['accepted', 'rejected']),
    evidence: json(z.array(evidence)),
  }),
  category: z.strictObject({ id, name, colour: z.int().min(0).max(5), position: place }),
  term_category: z.strictObject({ concept_id: id, category_id: id }),
  occurrence: z
    .strictObject({ concept_id: id, document_id: id, ranges: json(z.array(count)), count })
    .refine(({ ranges, count: all }) => numbersIn(ranges) === 3 * all, 'counts other places than it has'),
  issue: z.strictObject({
    id,
    position: count,
    concept_id: id,
    kind: issueKind,
    rule: name,
    message: words,
    quote: words,
    others: json(z.array(id)),
    evidence: json(z.array(evidence)).nullable(),
    state: z.enum(issueStates),
  }),
  issue_decision: z.strictObject({
    issue_id: id,
    state: z.enum(['resolved', 'dismissed']),
    decided_at: time,
    reason: z.string().max(100).nullable(),
    note: words.nullable(),
    basis: z.string().max(200).nullable(),
  }),
  entry_edit: z.strictObject({
    concept_id: id,
    language: language.nullable(),
    designations: json(designations).nullable(),
    occurrences: json(
      z.array(
        z.strictObject({
          documentId: id,
          contentHash: hash,
          places: z.array(z.tuple([count, count, name])),
          instead: z.array(name).optional(),
        }),
      ),
    ).nullable(),
    note: words.nullable(),
    locked: json(
      z.strictObject({ designations, definition: definition.optional(), relations: z.array(relation) }),
    ).nullable(),
    removed: z.enum(['deleted', 'merged']).nullable(),
    removed_at: time.nullable(),
    merged_into: id.nullable(),
    revision: count.nullable(),
  }),
  candidate: z.strictObject({
    id,
    position: count,
    key: name,
    language,
    term: name,
    kind: designationKind,
    forms: json(z.array(z.strictObject({ text: z.string(), count }))),
    frequency: count,
    document_frequency: count,
    score: z.number(),
    parts: json(parts),
    reading: words.nullable(),
    is_kept: z.union([z.literal(0), z.literal(1)]),
  }),
  settled: z.strictObject({ kind: name, subject: name, basis: name }),
  project_settings: z.strictObject({ settings: json(glossarySettings) }),
  version: z.strictObject({
    number: z.int().min(1),
    name,
    note: words.nullable(),
    published_at: milliseconds,
    sha256: hash,
    entries: count,
    glossary: json(glossary),
  }),
} as const;

export type BackedUpTable = keyof typeof backupRows;

/** The first line of a file. */
export const backupHead = z.strictObject({
  schema: z.literal(backupVersion),
  project: z.strictObject({ name, language: language.nullable(), subject: words.nullable() }),
});

/** The last line: how many rows stand before it, and the SHA-256 (hex) of all lines before it. */
export const backupEnd = z.strictObject({ rows: count, sha256: hash });

function numbersIn(ranges: string): number {
  const numbers: unknown = JSON.parse(ranges);
  return Array.isArray(numbers) ? numbers.length : -1;
}
