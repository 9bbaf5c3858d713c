import type { CommandContext } from '../context.ts';
import type { NotRead } from '../place/builder.ts';

const SHOWN = 5;

/** Names the files that were not read, with the reason: a few of them, or all with `--verbose`. */
export function showSkippedFiles(skipped: readonly NotRead[], context: CommandContext): void {
  const { io, words, verbose, quiet } = context;
  if (skipped.length === 0 || quiet) return;
  io.stderr.write(`${words.skipped(skipped.length)}\n`);
  const shown = verbose ? skipped : skipped.slice(0, SHOWN);
  for (const { name, reason, detail } of shown) {
    io.stderr.write(`  ${name}: ${reason}${detail === undefined ? '' : ` (${detail})`}\n`);
  }
  if (shown.length < skipped.length) io.stderr.write(`  ${words.andMore(skipped.length - shown.length)}\n`);
}
