import { z } from 'zod';
import {
  definitionAuthors,
  definitionStates,
  designationForms,
  designationKinds,
  designationStatuses,
  issueKinds,
  issueStates,
  relationKinds,
} from '../domain/index.ts';

/** Version of the JSON export. Within `/1`, fields are only ever added. */
export const glossaryExportVersion = 'genglossary.glossary/1';

const count = z.int().min(0);
const fromOne = z.int().min(1);

const evidence = z
  .object({
    document: z.string().describe('Name of the document.'),
    start: count.describe('UTF-16 offset in the original text.'),
    end: count.describe('UTF-16 offset behind the last character.'),
    line: fromOne.describe('Line of `start`, from 1.'),
    column: fromOne.describe('Column of `start` in UTF-16 code units, from 1.'),
    quote: z.string().describe('Exactly the original text from `start` to `end`.'),
  })
  .meta({ id: 'Evidence' });

const statement = z
  .object({
    text: z.string(),
    role: z.enum(['definition', 'context']).describe('`context` shows the term in use without saying what it means.'),
    support: z.enum(['supported', 'weak', 'unsupported']).describe('Whether the text stands on the evidence.'),
    evidence: z.array(evidence),
  })
  .meta({ id: 'Statement' });

const definition = z
  .object({
    state: z.enum(definitionStates),
    author: z.enum(definitionAuthors),
    confidence: z.number().min(0).max(1).describe('Computed from the evidence.'),
    revision: fromOne,
    reason: z.string().optional().describe('Why this revision was made.'),
    statements: z.array(statement),
  })
  .meta({ id: 'Definition' });

const matching = z
  .object({
    isCaseSensitive: z.literal(true).optional().describe('Only with the capitals that it is written with.'),
    isUninflected: z.literal(true).optional().describe('Only as it is written: no plural, no other spelling.'),
    boundary: z
      .enum(['whole', 'part'])
      .optional()
      .describe('`whole`: never within a longer word or compound; `part`: also within longer words.'),
    forms: z.array(z.string()).optional().describe('Further forms that it is found by.'),
  })
  .meta({ id: 'Matching' });

const designation = z
  .object({
    text: z.string(),
    kind: z.enum(designationKinds),
    status: z.enum(designationStatuses),
    form: z.enum(designationForms),
    reading: z.string().optional().describe('Kana reading; what Japanese entries are ordered by.'),
    reason: z.string().optional().describe('Why it is deprecated or forbidden.'),
    matching: matching.optional().describe('How it is looked for in the documents, where a person said so.'),
  })
  .meta({ id: 'Designation' });

const relation = z
  .object({
    kind: z.enum(relationKinds),
    target: z.string().describe('Id of the other entry.'),
    state: z.enum(['proposed', 'accepted']),
    evidence: z.array(evidence),
  })
  .meta({ id: 'Relation' });

const relationTo = z
  .object({
    kind: relation.shape.kind.describe('As the other entry says it.'),
    source: z.string().describe('Id of the other entry.'),
    state: relation.shape.state,
  })
  .meta({ id: 'RelationTo' });

const note = z
  .object({ text: z.string(), author: z.literal('person').describe('Only people write notes.') })
  .meta({ id: 'Note' });

const documentOccurrences = z
  .object({
    document: z.string().describe('Name of the document.'),
    places: z
      .array(z.tuple([count, count, count, fromOne, fromOne]))
      .describe('Each `[start, end, designation, line, column]`; `designation` is an index into `designations`.'),
  })
  .meta({ id: 'DocumentOccurrences' });

const entry = z
  .object({
    id: z.string(),
    term: z.string().describe('The preferred designation: `designations[0].text`.'),
    language: z.string(),
    designations: z.array(designation).min(1),
    definition: definition
      .nullable()
      .describe(
        '`null`: used, but never explained in the documents; so is one whose statements are all of role `context`.',
      ),
    category: z.string().optional().describe('Name of the category that people put it in.'),
    note: note.optional().describe('For whoever works on the glossary.'),
    relations: z.array(relation),
    relationsTo: z
      .array(relationTo)
      .optional()
      .describe('What other entries say of their relation to this one, where it does not say the same itself.'),
    reason: z
      .enum(['score', 'defined', 'required'])
      .describe('Why it is in the glossary: its score, that the documents define it, or that a person asked for it.'),
    score: z.number().describe('Higher is better; comparable only within one glossary.'),
    scoreParts: z.array(z.object({ name: z.string(), value: z.number() })).describe('They sum to `score`.'),
    occurrenceCount: count,
    documentCount: count,
    occurrences: z.array(documentOccurrences),
  })
  .meta({ id: 'Entry' });

const document = z
  .object({
    id: z.string(),
    name: z.string().describe('Path relative to the folder of the documents; unique.'),
    format: z.string(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'windows-1252']),
    language: z.string(),
    contentHash: z.string().describe('SHA-256 (hex) of the text in UTF-8.'),
  })
  .meta({ id: 'Document' });

const issue = z
  .object({
    id: z.string(),
    entry: z.string().describe('Id of the entry.'),
    kind: z.enum(issueKinds),
    rule: z.string(),
    message: z.string(),
    quote: z.string().describe('The words of the definition it is about; empty: the whole entry.'),
    others: z.array(z.string()).describe('Ids of other entries that take part.'),
    evidence: z.array(evidence).optional().describe('The passages that it is about, such as two that differ.'),
    state: z.enum(issueStates),
  })
  .meta({ id: 'Issue' });

/** The JSON export, told once: its type, its check and its published JSON Schema all come from here. */
export const glossaryExportSchema = z
  .object({
    schema: z.literal(glossaryExportVersion),
    title: z.string(),
    documents: z.array(document),
    entries: z.array(entry),
    issues: z.array(issue),
  })
  .meta({ title: 'GenGlossary JSON export' });

export type GlossaryExport = z.infer<typeof glossaryExportSchema>;
export type EntryExport = z.infer<typeof entry>;
export type MatchingExport = z.infer<typeof matching>;
export type EvidenceExport = z.infer<typeof evidence>;
export type IssueExport = z.infer<typeof issue>;

/** The JSON Schema (2020-12) of the JSON export; unknown fields are allowed, since a later `/1` may add some. */
export function glossaryJsonSchema(): unknown {
  return z.toJSONSchema(glossaryExportSchema, { io: 'input' });
}
