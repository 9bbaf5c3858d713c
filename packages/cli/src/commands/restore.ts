import { resolve } from 'node:path';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openKeeper } from '../place/keeper.ts';
import { readGiven } from '../read-given.ts';

export interface RestoreOptions {
  /** Another name than it had. */
  readonly name?: string;
}

/** `genglossary restore`: a glossary from a file that `backup` wrote, beside those that are here. */
export async function restore(file: string, { name }: RestoreOptions, context: CommandContext): Promise<number> {
  const { io, words, version } = context;
  const content = await readGiven(resolve(io.cwd, file));
  await using keeper = await openKeeper(context, { makes: true });
  if (keeper === undefined) throw new Error('A place that is made is there.');
  const project = await keeper.restore(content, name);
  if (context.json) {
    const facts = { project: { id: project.id, name: project.name } };
    io.stdout.write(`${JSON.stringify({ schema: 'genglossary.restore/1', version, ok: true, ...facts })}\n`);
  } else io.stdout.write(`${words.restored(project.name)}\n`);
  return exitCodes.success;
}
