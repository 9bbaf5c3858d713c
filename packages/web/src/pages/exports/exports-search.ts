import type { ExportFormat, ExportOptions } from '@genglossary/client';
import { entryStates, type EntryState } from '@genglossary/core/domain';
import { oneIn, type SearchWords, textIn } from '../../data/address.ts';

export const evidenceChoices = ['with', 'without'] as const;
export const exportOrders = ['name', 'occurrences', 'confidence'] as const satisfies readonly ExportOptions['order'][];
/** The least confidence that can be chosen, 0–1: where the page of entries says medium and high. */
export const confidenceChoices = ['0.5', '0.8'] as const;

/** Formats that people read: only these leave open issues out unless asked. */
export const readFormats: readonly ExportFormat[] = ['markdown', 'html'];

/** What of the page its address keeps. */
export interface ExportsSearch {
  /** Whatever the server calls a format. */
  readonly format?: ExportFormat | undefined;
  /** Tables have a byte order mark, without which Excel takes UTF-8 for something else, unless this is false. */
  readonly bom?: boolean | undefined;
  /** Open issues in what people read. */
  readonly issues?: boolean | undefined;
  readonly version?: number | undefined;
  /** Only some of them; all where nothing stands here. */
  readonly states?: readonly EntryState[] | undefined;
  /** Name of a category: only entries in it. */
  readonly category?: string | undefined;
  /** Only entries in none. */
  readonly uncategorised?: boolean | undefined;
  readonly confidence?: (typeof confidenceChoices)[number] | undefined;
  readonly evidence?: (typeof evidenceChoices)[number] | undefined;
  readonly order?: (typeof exportOrders)[number] | undefined;
}

export function exportsSearch(search: SearchWords): ExportsSearch {
  const version = Number(textIn(search, 'version'));
  const states: readonly unknown[] = Array.isArray(search['states']) ? search['states'] : [];
  const isUncategorised = search['uncategorised'] === true;
  const known = entryStates.filter((state) => states.includes(state));
  return {
    format: textIn(search, 'format') as ExportFormat | undefined,
    bom: search['bom'] === false ? false : undefined,
    issues: search['issues'] === true ? true : undefined,
    version: Number.isInteger(version) && version > 0 ? version : undefined,
    states: known.length === 0 || known.length === entryStates.length ? undefined : known,
    category: isUncategorised ? undefined : textIn(search, 'category'),
    uncategorised: isUncategorised ? true : undefined,
    confidence: confidenceChoices.find((one) => one === textIn(search, 'confidence')),
    evidence: oneIn(search, 'evidence', evidenceChoices),
    order: oneIn(search, 'order', exportOrders),
  };
}

/** What is asked of the server for it. */
export function selectionOf({
  version,
  states,
  category,
  uncategorised,
  confidence,
  evidence,
  order,
  issues,
}: ExportsSearch): Omit<ExportOptions, 'locale'> {
  return {
    ...(version === undefined ? {} : { version }),
    ...(states === undefined ? {} : { states: [...states] }),
    ...(category === undefined ? {} : { categories: [category] }),
    ...(uncategorised === true ? { categories: [null] } : {}),
    ...(confidence === undefined ? {} : { minimumConfidence: Number(confidence) }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(order === undefined ? {} : { order }),
    ...(issues === true ? { includeIssues: true } : {}),
  };
}

/** The command that writes the same bytes, for a POSIX shell. */
export function exportCommand({
  project,
  format,
  locale,
  search: { bom, issues, version, states, category, uncategorised, confidence, evidence, order },
}: {
  readonly project: string;
  readonly format: ExportFormat;
  readonly locale: string;
  readonly search: ExportsSearch;
}): string {
  const words = [
    ['genglossary', 'export'],
    ['--project', quoted(project)],
    ['--format', format],
    // The shell of a reader may speak another language than this page.
    ['--locale', locale],
    version === undefined ? [] : ['--published', String(version)],
    states === undefined ? [] : ['--states', states.join(',')],
    category === undefined ? [] : ['--category', quoted(category)],
    uncategorised === true ? ['--uncategorised'] : [],
    confidence === undefined ? [] : ['--min-confidence', confidence],
    evidence === undefined ? [] : ['--evidence', evidence],
    order === undefined ? [] : ['--order', order],
    issues === true && readFormats.includes(format) ? ['--issues'] : [],
    bom !== false && format === 'csv' ? ['--bom'] : [],
  ];
  return words.flat().join(' ');
}

function quoted(text: string): string {
  return /^[\w.-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
