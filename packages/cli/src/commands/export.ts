import { resolve } from 'node:path';
import { type EntrySelection, exporterNamed, isOwnExport } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { writeNamed } from '../output/write-named.ts';
import { openPlace } from '../place/open-place.ts';
import { namedProject } from '../place/named-project.ts';

export interface ExportOptions {
  readonly project?: string;
  /** Markdown where it is not told, JSON for programs. */
  readonly format?: string;
  /** A file; standard output where it is not told. */
  readonly output?: string;
  /** Overwrite a file that genglossary did not write. */
  readonly force?: true;
  readonly bom?: true;
  readonly issues?: true;
  /** Number of a published version. */
  readonly published?: number;
  readonly states?: NonNullable<EntrySelection['states']>;
  /** Names of categories. */
  readonly category?: readonly string[];
  /** Entries in no category, with those of `category`. */
  readonly uncategorised?: true;
  readonly minConfidence?: number;
  readonly evidence?: NonNullable<EntrySelection['evidence']>;
  readonly order: NonNullable<EntrySelection['order']>;
}

/** `genglossary export`: the stored glossary in a format, with what people changed in it, also while a server runs. */
export async function exportGlossary(options: ExportOptions, context: CommandContext): Promise<number> {
  const { io, words, version } = context;
  const format = exporterNamed(options.format ?? (context.json ? 'json' : 'markdown')).name;
  await using place = await openPlace(context);
  const project = await namedProject(place, options.project);
  if (place === undefined) throw new Error('A project that is found has a place.');
  const pieces = await place.exported(project, format, {
    ...given('byteOrderMark', options.bom),
    ...given('includeIssues', options.issues),
    // Unless told, the words around the entries follow the glossary, not the machine.
    ...given('locale', context.isLocaleGiven ? context.locale : undefined),
    ...given('version', options.published),
    ...given('states', options.states),
    ...given('categories', categoriesOf(options)),
    ...given('minimumConfidence', options.minConfidence),
    ...given('evidence', options.evidence),
    order: options.order,
  });
  // A dash is standard output, as for other programs.
  if (options.output === undefined || options.output === '-') {
    for (const piece of pieces) io.stdout.write(piece);
    return exitCodes.success;
  }
  const path = resolve(io.cwd, options.output);
  const text = [...pieces].join('');
  await writeNamed(path, text, {
    isSuch: (there) => isExport(Buffer.from(there).toString('utf8'), text),
    ...given('force', options.force),
  });
  const bytes = Buffer.byteLength(text);
  if (context.json) {
    const facts = { project: project.name, format, path, bytes };
    io.stdout.write(`${JSON.stringify({ schema: 'genglossary.export/1', version, ok: true, ...facts })}\n`);
  } else if (!context.quiet) io.stderr.write(`${words.exported(project.name, options.output)}\n`);
  return exitCodes.success;
}

/** Whether a file is an export: by its mark, its schema, or, a table, by the header that a new one has. */
function isExport(there: string, text: string): boolean {
  const isTable = !text.startsWith('{') && firstLine(text).includes(',') && firstLine(there) === firstLine(text);
  return isOwnExport(there) || isTable || /^\{\s*"schema":\s*"genglossary\.glossary\//u.test(there);
}

function categoriesOf({ category, uncategorised }: ExportOptions): EntrySelection['categories'] {
  return uncategorised === true ? [...(category ?? []), null] : category;
}

function firstLine(text: string): string {
  return /^\ufeff?([^\r\n]*)/u.exec(text)?.[1] ?? '';
}
