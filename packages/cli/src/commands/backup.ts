import { resolve } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { writeNamed } from '../output/write-named.ts';
import { openKeeper } from '../place/keeper.ts';
import { namedProject } from '../place/named-project.ts';

export interface BackupOptions {
  readonly project?: string;
  /** The file; named after the project where it is not told. */
  readonly output?: string;
  /** Overwrite a file that is no back-up. */
  readonly force?: true;
}

/** `genglossary backup`: everything that makes a glossary, its documents too, as one file that `restore` takes anywhere. */
export async function backup(
  { project: name, output, force }: BackupOptions,
  context: CommandContext,
): Promise<number> {
  const { io, words, version } = context;
  await using keeper = await openKeeper(context, { makes: false });
  const project = await namedProject(keeper, name);
  if (keeper === undefined) throw new Error('A project that is found has a place.');
  const content = await keeper.backup(project.id);
  const file = output ?? `${project.name.replaceAll(/[\\/:*?"<>|\s]+/gu, '-')}.genglossary`;
  const path = resolve(io.cwd, file);
  await writeNamed(path, content, { isSuch: isBackup, ...given('force', force) });
  if (context.json) {
    const facts = { project: project.name, path, bytes: content.length };
    io.stdout.write(`${JSON.stringify({ schema: 'genglossary.backup/1', version, ok: true, ...facts })}\n`);
  } else io.stdout.write(`${words.backedUp(project.name, file)}\n`);
  return exitCodes.success;
}

/** Whether a file begins as back-ups do. */
function isBackup(there: Uint8Array): boolean {
  try {
    // What is cut off is no fault here.
    const start = gunzipSync(there.subarray(0, 1024), { finishFlush: constants.Z_SYNC_FLUSH });
    return start.toString('utf8').startsWith('{"schema":"genglossary.project/');
  } catch {
    return false;
  }
}
