import type { Concept, Designation, ImportChoice } from '../domain/index.ts';
import { exportedDefinition } from '../export/entry-view.ts';
import { singleLine } from '../export/escape-markdown.ts';
import { foldText, normalForm } from '../text/normal-form.ts';
import { asOther } from './merge-entries.ts';
import type { ImportedEntry, ImportedName, ImportedStatement } from './imported-entry.ts';
import { plainCell } from './read-import.ts';

/** An entry as an import would leave it. */
export interface ImportDraft {
  readonly designations: readonly Designation[];
  /** The new definition; not there where it stays. */
  readonly statements?: readonly ImportedStatement[];
  /** Name of the new category; not there where it stays. */
  readonly category?: string;
  /** The new note; not there where it stays. */
  readonly note?: string;
}

/** What is there of an entry. */
export interface Present extends Pick<Concept, 'designations' | 'language' | 'definition' | 'category'> {
  readonly note?: string;
}

/** The entry that a row makes where there is none. */
export function newDraft({ names, statements, category, note }: ImportedEntry): ImportDraft {
  const seen = new Set<string>();
  const designations = names.map(asNew).filter(({ text }) => !seen.has(text) && seen.add(text));
  return {
    designations,
    ...(statements.length === 0 ? {} : { statements }),
    ...(category === undefined ? {} : { category }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The entry that is there, with what a row says of it. No name is ever lost. */
export function mergedDraft(imported: ImportedEntry, present: Present, choice: ImportChoice): ImportDraft {
  const { designations, definition, language, category } = present;
  if (choice === 'mine') return { designations };
  const takes = choice === 'theirs';
  const hasOther = imported.statements.length > 0 && !saysTheSame(imported.statements, present);
  const definitionStays = !takes && definition !== undefined;
  const noteStays =
    imported.note === undefined || imported.note === present.note || (!takes && present.note !== undefined);
  const hasOtherCategory = imported.category !== undefined && !isSameCategory(imported.category, category);
  return {
    designations: takes
      ? withTheirNames(designations, imported.names, language)
      : withFurtherNames(designations, imported.names, language),
    ...(hasOther && !definitionStays ? { statements: imported.statements } : {}),
    ...(hasOtherCategory && (takes || category === undefined) ? { category: imported.category } : {}),
    ...(noteStays ? {} : { note: imported.note ?? '' }),
  };
}

/** The names of the file decide which one is preferred and what each is worth. */
function withTheirNames(
  mine: readonly Designation[],
  theirs: readonly ImportedName[],
  language: string,
): readonly Designation[] {
  const [preferred, ...others] = theirs;
  if (preferred === undefined) return mine;
  let names = [...mine];
  for (const name of others) {
    const at = placeOf(names, name, language);
    const known = names[at];
    if (known === undefined) names.push(asOther(asNew(name)));
    // What leads here and not there is set below.
    else if (at > 0) names[at] = { ...known, ...told(name) };
  }
  const at = placeOf(names, preferred, language);
  const leading = names[at] ?? asNew(preferred);
  const first: Designation = { ...leading, ...told(preferred), status: 'preferred' };
  names = names.filter((_, index) => index !== at);
  return [first, ...(at === 0 ? names : names.map((name, index) => (index === 0 ? asOther(name) : name)))];
}

/** Everything stays, and what is not there yet is a further name. */
function withFurtherNames(
  mine: readonly Designation[],
  theirs: readonly ImportedName[],
  language: string,
): readonly Designation[] {
  const names = [...mine];
  for (const name of theirs) if (placeOf(names, name, language) < 0) names.push(asOther(asNew(name)));
  return names;
}

/** The same text, else the same word in another spelling. */
function placeOf(names: readonly Designation[], { text }: ImportedName, language: string): number {
  const exactly = names.findIndex((one) => one.text === text);
  if (exactly >= 0) return exactly;
  const key = normalForm(text, language);
  return names.findIndex((one) => normalForm(one.text, language) === key);
}

/** What a file says of a name beside its text. */
function told({ status, kind, form, reading, reason, matching }: ImportedName): Partial<Designation> {
  return {
    status,
    ...(kind === undefined ? {} : { kind }),
    ...(form === undefined ? {} : { form }),
    ...(reading === undefined ? {} : { reading }),
    ...(reason === undefined ? {} : { reason }),
    ...(matching === undefined ? {} : { matching }),
  };
}

function isSameCategory(theirs: string, mine: string | undefined): boolean {
  return mine !== undefined && foldText(theirs.trim()) === foldText(mine);
}

function asNew({ text, status, kind = 'term', form, reading, reason, matching }: ImportedName): Designation {
  const name = {
    text: text.normalize('NFC').trim(),
    kind,
    status,
    form: form ?? (status === 'preferred' ? 'full' : 'synonym'),
  };
  return {
    ...name,
    ...(reading === undefined || reading === '' ? {} : { reading }),
    ...(reason === undefined ? {} : { reason }),
    ...(matching === undefined ? {} : { matching }),
  };
}

/** A table has the statements of a role in one cell, and no export has those that stand on nothing. */
function saysTheSame(theirs: readonly ImportedStatement[], { definition }: Present): boolean {
  if (definition === undefined) return false;
  const shown = exportedDefinition({ definition }, { includeUnsupported: false });
  return [definition, shown].some((one) => wordsOf(one?.statements ?? []) === wordsOf(theirs));
}

function wordsOf(statements: readonly Pick<ImportedStatement, 'text' | 'role'>[]): string {
  const of = (role: ImportedStatement['role']) =>
    plainCell(singleLine(statements.flatMap((one) => (one.role === role ? [one.text] : [])).join(' ')));
  return JSON.stringify([of('definition'), of('context')].map((words) => words.normalize('NFC')));
}
