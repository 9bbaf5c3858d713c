import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type EntrySelection, exporterNamed, writeFailure } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { openPlace } from '../place/open-place.ts';
import { namedProject } from '../place/named-project.ts';

export interface ExportOptions {
  readonly project?: string;
  readonly format: string;
  /** A file; standard output where it is not told. */
  readonly output?: string;
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
  const { io } = context;
  const format = exporterNamed(options.format).name;
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
  if (options.output === undefined || options.output === '-') for (const piece of pieces) io.stdout.write(piece);
  else {
    const path = resolve(io.cwd, options.output);
    try {
      await writeFile(path, [...pieces].join(''));
    } catch (cause) {
      throw writeFailure(cause, path);
    }
  }
  return exitCodes.success;
}

function categoriesOf({ category, uncategorised }: ExportOptions): EntrySelection['categories'] {
  return uncategorised === true ? [...(category ?? []), null] : category;
}
