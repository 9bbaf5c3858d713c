import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { GlossaryError } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openKeeper } from '../place/keeper.ts';

export interface RestoreOptions {
  /** Another name than it had. */
  readonly name?: string;
}

/** `genglossary restore`: a glossary from a file that `backup` wrote, beside those that are here. */
export async function restore(file: string, { name }: RestoreOptions, context: CommandContext): Promise<number> {
  const { io, words, version } = context;
  const content = await contentOf(resolve(io.cwd, file));
  await using keeper = await openKeeper(context, { makes: true });
  if (keeper === undefined) throw new Error('A place that is made is there.');
  const project = await keeper.restore(content, name);
  if (context.json) {
    const facts = { project: { id: project.id, name: project.name } };
    io.stdout.write(`${JSON.stringify({ schema: 'genglossary.restore/1', version, ok: true, ...facts })}\n`);
  } else io.stdout.write(`${words.restored(project.name)}\n`);
  return exitCodes.success;
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new GlossaryError('document/not-found', `There is no file ${path} that can be read.`, {
      details: { path },
      cause,
    });
  }
}
