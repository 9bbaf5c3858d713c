import type { Glossary } from '../domain/index.ts';
import type { EntryOrder } from './select-entries.ts';
import type { Locale } from './words.ts';

/** What a caller may choose about an export. Everything has a default; the same glossary and options give the same bytes. */
export interface ExportOptions {
  /** Language of the words around the entries (headings, labels, issues). Unless told, what most entries are in. */
  readonly locale?: Locale;
  /**
   * Where the documents are, as a relative path from the folder of the exported file (`../docs`, `.`): evidence then
   * becomes links. Without it, evidence is named but not linked.
   */
  readonly documentsBase?: string;
  /** How many places an entry lists at most in the formats people read; it says how many more there are. Default 10. */
  readonly occurrenceLimit?: number;
  /** Whether statements that do not stand on their evidence are exported too, marked as such. Default `false`. */
  readonly includeUnsupported?: boolean;
  /**
   * Whether the formats that people read name open issues. Default `false`: they are for those who write the glossary.
   * Data formats always carry them.
   */
  readonly includeIssues?: boolean;
  /** Whether formats that some programs only read as UTF-8 with a byte order mark (CSV) start with one. Default `false`. */
  readonly byteOrderMark?: boolean;
  /** The order that the entries are in (`selectEntries` makes it): only by name do they stand under letters. Default `name`. */
  readonly order?: EntryOrder;
}

/** Writes a glossary in one format: a pure function of the glossary and the options, without dates or machine facts. */
export interface Exporter {
  /** Key of the registry. */
  readonly name: string;
  /** With its dot: `.md`. */
  readonly fileExtension: string;
  readonly mediaType: string;
  /** Not every entry stands in it: only what a program needs that checks texts, or explains names in them. */
  readonly isPartial?: true;
  /** The text in pieces of about one entry, each well-formed UTF-16, so that no glossary is ever held as one string. */
  readonly write: (glossary: Glossary, options: ExportOptions) => Iterable<string>;
}
