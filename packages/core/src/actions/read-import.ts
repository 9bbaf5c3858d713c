import { parse } from 'csv-parse/sync';
import { decodeBytes } from '../documents/decode.ts';
import { formatOf } from '../documents/formats/index.ts';
import type { ImportColumn, ImportField, NameMatching } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { MatchingExport } from '../export/json-schema.ts';
import { parseGlossaryExport } from '../export/parse-glossary-export.ts';
import { inSlices } from '../runtime/in-slices.ts';
import { isOwnExport } from '../text/export-mark.ts';
import { languageOfTag } from '../text/language-tag.ts';
import { mapColumns } from './import-columns.ts';
import type { ImportedEntry, ImportedName, ReadImport } from './imported-entry.ts';
import { invalidImport as invalid } from './invalid-import.ts';
import { decodeXml } from './tbx/decode-xml.ts';
import type { GlossaryLanguages } from './tbx/read-tbx.ts';

export interface ImportFile {
  /** Its ending tells how it is read; without one, its first character. */
  readonly fileName: string;
  readonly content: string | Uint8Array;
  /** What columns of a table hold, by their headers; guessed where it is not told, `null` leaves one out. */
  readonly mapping?: Readonly<Record<string, ImportField | null>>;
}

/** Rows of one file. */
const MAX_ROWS = 10_000;

/**
 * Reads our own JSON export, a termbase (TBX), or a table (CSV, with commas, semicolons or tabs).
 *
 * @throws `import/invalid`
 */
export async function readImport(
  { fileName, content, mapping }: ImportFile,
  languages: GlossaryLanguages = { own: [], hasEntry: () => false },
): Promise<ReadImport> {
  const text = textOf(content);
  if (isTbx(fileName, text)) {
    // The parser takes longer to load than a command may wait for that reads no termbase.
    const { readTbx } = await import('./tbx/read-tbx.ts');
    return inSlices(readTbx(text, { languages, maxEntries: MAX_ROWS }));
  }
  const noTable = whyNoTable(fileName, text);
  if (noTable !== undefined) throw invalid(noTable);
  const isJson = /\.json$/iu.test(fileName) || (!/\.\w+$/u.test(fileName) && text.trimStart().startsWith('{'));
  const read = isJson ? readJson(text) : readTable(text, mapping);
  if (read.entries.length > MAX_ROWS) throw invalid(`it has more than ${MAX_ROWS} rows`);
  return read;
}

/** TBX by its name or its first element; other XML under that name is told from it when it is read. */
function isTbx(fileName: string, text: string): boolean {
  if (formatOf(fileName) !== undefined) return false;
  return /\.tbx$/iu.test(fileName) || /^\s*<(?:\?xml[\s>]|!DOCTYPE\s+martif|tbx[\s>]|martif[\s>])/iu.test(text);
}

/** Any text can be read as a table of one column: what is plainly something else is not. */
function whyNoTable(fileName: string, text: string): string | undefined {
  if (isOwnExport(text)) return 'it is a glossary to read; its JSON, CSV or TBX export can be imported';
  if (/^\s*<(?:[?!]|html|tbx|martif|tmx|xliff)/iu.test(text)) return 'it is XML or HTML';
  const format = formatOf(fileName);
  return format === undefined || format === 'text' ? undefined : 'it is a document, and no table';
}

function textOf(content: string | Uint8Array): string {
  if (typeof content === 'string') return content.replace(/^\ufeff/u, '');
  // What spreadsheets save unless they are told otherwise.
  if ([0x50, 0x4b, 3, 4].every((byte, index) => content[index] === byte))
    throw invalid('it is a workbook or another packed file');
  const decoded = decodeXml(content) ?? decodeBytes(content);
  if (decoded.kind === 'refused') throw invalid(decoded.detail);
  return decoded.text;
}

function readJson(text: string): ReadImport {
  try {
    const { entries } = parseGlossaryExport(text);
    const places = new Map(entries.map(({ id }, index) => [id, index + 1]));
    return {
      format: 'json',
      columns: [],
      left: [],
      entries: entries.map(({ language, designations, definition, category, note, relations }, index) => ({
        place: index + 1,
        language,
        names: designations.map(({ reading, reason, matching, ...name }) => ({
          ...name,
          ...(matching === undefined ? {} : { matching: matchingOf(matching) }),
          ...(reading === undefined ? {} : { reading }),
          ...(reason === undefined ? {} : { reason }),
        })),
        statements: (definition?.statements ?? []).map(({ text: words, role, evidence }) => ({
          text: words,
          role,
          evidence: evidence.map(({ document, start, end, quote }) => ({ document, start, end, quote })),
        })),
        ...(category === undefined ? {} : { category }),
        ...(note === undefined ? {} : { note: note.text }),
        relations: relations.flatMap(({ kind, target, state }) => {
          const place = places.get(target);
          return state === 'accepted' && place !== undefined ? [{ kind, place }] : [];
        }),
      })),
    };
  } catch (error) {
    if (!GlossaryError.is(error, 'export/invalid')) throw error;
    throw invalid(`it is no JSON export of a glossary: ${error.details.problem.slice(0, 500)}`);
  }
}

/** What is checked where the name is. */
function matchingOf({ isCaseSensitive, isUninflected, boundary, forms }: MatchingExport): NameMatching {
  return {
    ...(isCaseSensitive === undefined ? {} : { isCaseSensitive }),
    ...(isUninflected === undefined ? {} : { isUninflected }),
    ...(boundary === undefined ? {} : { boundary }),
    ...(forms === undefined ? {} : { forms }),
  };
}

function readTable(text: string, mapping: ImportFile['mapping']): ReadImport {
  const [head, ...body] = recordsOf(text);
  if (head === undefined) throw invalid('it is empty');
  const headers = head.cells.map((header) => header.trim());
  const columns = mapColumns(
    headers,
    body.map(({ cells }) => cells),
    mapping,
  );
  if (!columns.some(({ field }) => field === 'term')) throw invalid('no column holds the terms');
  return { format: 'csv', columns, left: [], entries: body.map(({ line, cells }) => entryOf(cells, line, columns)) };
}

function recordsOf(text: string): { readonly line: number; readonly cells: readonly string[] }[] {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: readonly string[] }[];
    return records.map(({ info, record }) => {
      // The parser tells where a record ends.
      const breaks = record.join('').match(/\r\n|\r|\n/gu)?.length ?? 0;
      return { line: info.lines - breaks, cells: record.map(plainCell) };
    });
  } catch (error) {
    throw invalid(`it is no table: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

/** The one of the three that the first line has most of. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/u.exec(text.trimStart())?.[0] ?? '';
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula. */
export function plainCell(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/u, '');
}

function entryOf(cells: readonly string[], line: number, columns: readonly ImportColumn[]): ImportedEntry {
  const cell = (field: ImportField) => {
    const column = columns.findIndex((one) => one.field === field);
    return (cells[column] ?? '').trim();
  };
  const [term, reading, language] = [cell('term'), cell('reading'), languageOfTag(cell('language'))];
  const [category, note] = [cell('category'), cell('note')];
  const preferred: ImportedName = { text: term, status: 'preferred' };
  const others = OTHERS.flatMap(({ field, ...name }) => listOf(cell(field)).map((text) => ({ text, ...name })));
  const statements = ROLES.flatMap((role) => {
    const words = cell(role);
    return words === '' ? [] : [{ text: words, role }];
  });
  return {
    place: line,
    ...(language === undefined ? {} : { language }),
    names: term === '' ? [] : [reading === '' ? preferred : { ...preferred, reading }, ...others],
    statements,
    ...(category === '' ? {} : { category }),
    ...(note === '' ? {} : { note }),
  };
}

const OTHERS = [
  { field: 'abbreviations', status: 'admitted', form: 'abbreviation' },
  { field: 'other-names', status: 'admitted' },
  { field: 'deprecated-names', status: 'deprecated' },
  { field: 'forbidden-names', status: 'forbidden' },
] as const;

const ROLES = ['definition', 'context'] as const;

function listOf(cell: string): readonly string[] {
  return cell
    .split(/[;；|、\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
