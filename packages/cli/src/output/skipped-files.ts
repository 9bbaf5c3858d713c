import type { CommandContext } from '../context.ts';
import type { NotRead } from '../place/builder.ts';

const SHOWN = 5;

/** Names the files that were not read, with the reason: a few of them, or all with `--verbose`. */
export function showSkippedFiles(notRead: readonly NotRead[], context: CommandContext): void {
  const { io, words, verbose, quiet } = context;
  const skipped = notRead.filter((one) => !isExpected(one));
  if (skipped.length === 0 || quiet) return;
  io.stderr.write(`${words.skipped(skipped.length)}\n`);
  const shown = verbose ? skipped : skipped.slice(0, SHOWN);
  for (const { name, reason, detail } of shown) {
    const more = detail === undefined ? '' : (words.skipDetails[detail] ?? detail);
    io.stderr.write(`  ${name}: ${words.skipReasons[reason] ?? reason}${more === '' ? '' : ` (${more})`}\n`);
  }
  if (shown.length < skipped.length) io.stderr.write(`  ${words.andMore(skipped.length - shown.length)}\n`);
}

/** What nobody would take for a document: the history of the folder, and where its glossary is kept. */
function isExpected({ name, reason }: NotRead): boolean {
  return reason === 'version-control' || /(?:^|\/)\.genglossary(?:\.json)?$/u.test(name);
}
