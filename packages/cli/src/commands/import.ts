import { basename, resolve } from 'node:path';
import { importFields } from '@genglossary/core';
import type { ImportChoice, ImportField, ImportPlan, ImportRow } from '@genglossary/core/domain';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { openImporter } from '../place/importer.ts';
import { namedProject } from '../place/named-project.ts';
import { readGiven } from '../read-given.ts';

/** What is done where the file and a person's work differ, as the command line calls it. */
export const conflictChoices = { keep: 'mine', replace: 'theirs', both: 'both' } as const satisfies Readonly<
  Record<string, ImportChoice>
>;

export interface ImportOptions {
  readonly project?: string;
  readonly apply?: true;
  readonly onConflict: keyof typeof conflictChoices;
  readonly lang?: string;
  /** What columns of a table hold, by their headers. */
  readonly column?: Readonly<Record<string, ImportField | null>>;
}

/**
 * `genglossary import`: what a file would do to the glossary, and with `--apply` does it: exactly that, as one change. A
 * plan writes nothing; what a person wrote stays unless `--on-conflict` says otherwise.
 */
export async function importEntries(file: string, options: ImportOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const path = resolve(io.cwd, file);
  const content = await readGiven(path);
  await using importer = await openImporter(context);
  const project = await namedProject(importer, options.project);
  if (importer === undefined) throw new Error('A project that is found has a place.');
  const plan = await importer.plan(project.id, {
    fileName: basename(path),
    content,
    ...given('language', options.lang),
    ...given('mapping', options.column),
  });
  const conflicts = conflictChoices[options.onConflict];
  const unreadColumns = unread(plan, options.column);
  if (!context.json) {
    showUnreadColumns(unreadColumns, { plan, context });
    if (plan.left.length > 0 && !context.quiet) io.stderr.write(`${context.words.notTaken(plan.left)}\n`);
  }
  if (options.apply !== true) {
    if (context.json) print({ applied: false, plan, unreadColumns }, context);
    else showPlan(plan, { conflicts, file }, context);
    return exitCodes.success;
  }
  const { value, undo } = await importer.apply(project.id, plan.id, { conflicts });
  if (context.json) print({ applied: true, plan, unreadColumns, result: value, ...given('undo', undo) }, context);
  else io.stdout.write(`${context.words.imported(value.created.length, value.updated.length, value.unchanged)}\n`);
  return exitCodes.success;
}

/** Headers of columns that hold something and were not understood; whoever left one out knows. */
function unread({ columns }: ImportPlan, said: ImportOptions['column'] = {}): readonly string[] {
  return columns
    .filter(({ header, field, filled }) => field === null && filled > 0 && !Object.hasOwn(said, header))
    .map(({ header }) => header);
}

function showUnreadColumns(
  headers: readonly string[],
  { plan, context }: { readonly plan: ImportPlan; readonly context: CommandContext },
): void {
  const { io, words, quiet } = context;
  const [first] = headers;
  if (first === undefined || quiet) return;
  // An example that can be run: what is read already is not asked for a second time.
  const isDefined = plan.columns.some(({ field }) => field === 'definition');
  const option = `--column ${JSON.stringify(`${first}=${isDefined ? 'note' : 'definition'}`)}`;
  io.stderr.write(`${words.unreadColumns(headers, { option, fields: importFields })}\n`);
}

/** One line a row that is not the same already, then what it comes to; the last line says what to do next. */
function showPlan(
  { rows, counts }: ImportPlan,
  { conflicts, file }: { readonly conflicts: ImportChoice; readonly file: string },
  context: CommandContext,
): void {
  const { io, words, quiet } = context;
  for (const row of rows.filter(({ outcome }) => outcome !== 'same')) {
    const stays = row.outcome === 'conflict' && (conflicts === 'mine' || !row.choices.includes(conflicts));
    const what = stays ? words.importStays : words.importOutcomes[row.outcome];
    io.stdout.write(`${String(row.place).padStart(5)}  ${what}  ${row.term}${changeOf(row, context)}\n`);
  }
  io.stdout.write(`${words.importCounts(counts)}\n`);
  if (!quiet && counts.conflict > 0 && conflicts === 'mine') io.stderr.write(`${words.importConflicts}\n`);
  if (quiet || counts.create + counts.update + counts.conflict === 0) return;
  io.stderr.write(`${words.next(`genglossary import ${JSON.stringify(file)} --apply`)}\n`);
}

function changeOf({ mine, theirs, relations = [], reason, detail }: ImportRow, { words }: CommandContext): string {
  const definition = theirs?.definition;
  const isNew = definition !== undefined && definition !== mine?.definition;
  const why = (reason === undefined ? undefined : words.importReasons[reason]) ?? detail;
  const related = relations.map(({ kind, term }) => ` → ${term} (${words.relations[kind]})`).join('');
  return `${isNew ? `: ${definition}` : ''}${related}${why === undefined ? '' : ` (${why})`}`;
}

function print(facts: object, { io, version }: CommandContext): void {
  io.stdout.write(`${JSON.stringify({ schema: 'genglossary.import/1', version, ok: true, ...facts })}\n`);
}
