import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exporterNamed, type Glossary, GlossaryError, openStorageReader } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';

export interface ExportOptions {
  readonly project?: string;
  readonly format: string;
  /** A file; standard output where it is not told. */
  readonly output?: string;
  readonly bom?: true;
}

/** `genglossary export`: the stored glossary in a format, with what people changed in it, also while a server runs. */
export async function exportGlossary(options: ExportOptions, { io }: CommandContext): Promise<number> {
  const { write } = exporterNamed(options.format);
  const glossary = await stored(databasePath(io), options.project);
  const pieces = write(glossary, given('byteOrderMark', options.bom));
  if (options.output === undefined) for (const piece of pieces) io.stdout.write(piece);
  else {
    const path = resolve(io.cwd, options.output);
    try {
      await writeFile(path, [...pieces].join(''));
    } catch (cause) {
      const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
      throw new GlossaryError('export/unwritable', `${path} cannot be written: ${why}.`, {
        details: { path, why },
        cause,
      });
    }
  }
  return exitCodes.success;
}

/** The glossary of that project, or of the only one. @throws `glossary/none` · `config/invalid` where there are several */
async function stored(path: string, name: string | undefined): Promise<Glossary> {
  if (!existsSync(path)) throw none(name ?? '');
  await using storage = await openStorageReader({ path });
  const projects = (await storage.projects.list()).filter((one) => name === undefined || one.name === name);
  if (projects.length > 1) {
    const problem = `There are several glossaries: name one with --project (${projects.map((one) => one.name).join(', ')}).`;
    throw new GlossaryError('config/invalid', problem, { details: { problem } });
  }
  const glossary = projects[0] === undefined ? undefined : await storage.glossary.read(projects[0].id);
  if (glossary === undefined) throw none(name ?? '');
  return glossary;
}

function none(project: string): GlossaryError<'glossary/none'> {
  return new GlossaryError('glossary/none', 'There is no glossary here yet.', { details: { project } });
}
