import { isAbsolute } from 'node:path';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Builder, PathsRequest } from '../place/builder.ts';

/** `genglossary build --estimate`: what the build would ask a language model, told without a call. */
export async function estimate(builder: Builder, request: PathsRequest, context: CommandContext): Promise<number> {
  const { io, words, json, quiet, version } = context;
  const data = await builder.estimate(request, io.signal);
  if (json) io.stdout.write(`${JSON.stringify({ schema: 'genglossary.estimate/1', version, ok: true, data })}\n`);
  else io.stdout.write(`${words.estimate(data)}\n`);
  if (!quiet && !isAbsolute(builder.where)) io.stderr.write(`${words.estimatedThere(builder.where)}\n`);
  return exitCodes.success;
}
