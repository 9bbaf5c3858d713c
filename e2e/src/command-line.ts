import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** The program as people start it; it runs from its sources. */
export const program = resolve(import.meta.dirname, '../../packages/cli/bin/genglossary.mjs');

const run = promisify(execFile);

/** What a shell prints for a command line, byte for byte, where `genglossary` is this program. */
export async function outputOf(commandLine: string, folder: string): Promise<Buffer> {
  const script = `genglossary() { "${process.execPath}" "${program}" "$@"; }\n${commandLine}`;
  const { stdout } = await run('sh', ['-c', script], { cwd: folder, encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
