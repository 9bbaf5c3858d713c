import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { GlossaryError } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openKeeper } from '../place/keeper.ts';
import { namedProject } from '../place/named-project.ts';

export interface BackupOptions {
  readonly project?: string;
  /** The file; named after the project where it is not told. */
  readonly output?: string;
}

/** `genglossary backup`: everything that makes a glossary, its documents too, as one file that `restore` takes anywhere. */
export async function backup({ project: name, output }: BackupOptions, context: CommandContext): Promise<number> {
  const { io, words, version } = context;
  await using keeper = await openKeeper(context, { makes: false });
  const project = await namedProject(keeper, name);
  if (keeper === undefined) throw new Error('A project that is found has a place.');
  const content = await keeper.backup(project.id);
  const file = output ?? `${project.name.replaceAll(/[\\/:*?"<>|\s]+/gu, '-')}.genglossary`;
  const path = resolve(io.cwd, file);
  try {
    await writeFile(path, content);
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new GlossaryError('export/unwritable', `${path} cannot be written: ${why}.`, {
      details: { path, why },
      cause,
    });
  }
  if (context.json) {
    const facts = { project: project.name, path, bytes: content.length };
    io.stdout.write(`${JSON.stringify({ schema: 'genglossary.backup/1', version, ok: true, ...facts })}\n`);
  } else io.stdout.write(`${words.backedUp(project.name, file)}\n`);
  return exitCodes.success;
}
