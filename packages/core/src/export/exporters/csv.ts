import { stringify } from 'csv-stringify/sync';
import type { Designation, Statement } from '../../domain/index.ts';
import { placeName } from '../document-link.ts';
import { documentCount, type EntryView, GlossaryIndex, preferred } from '../entry-view.ts';
import { singleLine } from '../escape-markdown.ts';
import type { Exporter } from '../exporter.ts';
import { quotedWords } from '../quoted-words.ts';
import { withoutMarks } from '../../text/without-marks.ts';
import { localeOf } from '../words.ts';

const columns = [
  'term',
  'reading',
  'language',
  'abbreviations',
  'other names',
  'deprecated names',
  'forbidden names',
  'definition',
  'context',
  'state',
  'confidence',
  'evidence',
  'occurrences',
  'documents',
  'related terms',
  'open issues',
  'category',
  'note',
] as const;

/**
 * One row an entry, for spreadsheets (RFC 4180, CRLF line ends). Column names do not follow the locale, so that programs
 * can rely on them. A cell that a spreadsheet would take for a formula starts with an apostrophe.
 */
export const csv: Exporter = {
  name: 'csv',
  fileExtension: '.csv',
  mediaType: 'text/csv',
  *write(glossary, options) {
    const index = new GlossaryIndex(glossary);
    yield `${options.byteOrderMark === true ? '\ufeff' : ''}${row(columns)}`;
    const view = {
      includeUnsupported: options.includeUnsupported ?? false,
      // A column of its own, in a table that people go on working with.
      includeIssues: true,
      locale: options.locale ?? localeOf(glossary),
    };
    for (const concept of glossary.concepts) yield row(cellsOf(index.entry(concept, view), index));
  },
};

function cellsOf(entry: EntryView, index: GlossaryIndex): readonly string[] {
  const { concept, term, names, statements, isExplained, relations, openIssues } = entry;
  const { definition } = concept;
  return [
    term.text,
    term.reading ?? '',
    concept.language,
    textsOf(names.abbreviations),
    textsOf([...names.synonyms, ...names.variants]),
    textsOf(names.deprecated),
    textsOf(names.forbidden),
    saying('definition', statements),
    withoutMarks(saying('context', statements)),
    isExplained && definition !== undefined ? definition.state : 'never explained',
    isExplained && definition !== undefined ? String(definition.confidence) : '',
    statements
      .flatMap(({ evidence }) => evidence)
      .map((one) => `${placeName(index.place(one))} “${singleLine(withoutMarks(quotedWords(one, index)))}”`)
      .join('; '),
    String(concept.occurrences.length),
    String(documentCount(concept)),
    relations.map(({ kind, target }) => `${kind}: ${preferred(target).text}`).join('; '),
    openIssues.join('; '),
    concept.category ?? '',
    concept.note ?? '',
  ];
}

function textsOf(designations: readonly Designation[]): string {
  return designations.map(({ text }) => text).join('; ');
}

function saying(role: Statement['role'], statements: readonly Statement[]): string {
  return statements.flatMap((statement) => (statement.role === role ? [statement.text] : [])).join(' ');
}

/** Cells are one line each: a leading tab or line break could hide a formula, and spreadsheets show one line anyway. */
function row(cells: readonly string[]): string {
  return stringify([cells.map(singleLine)], { escape_formulas: true, record_delimiter: 'windows' });
}
