import { isAbsolute, relative } from 'node:path';
import type { WrittenFile } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import type { MadeEntry, MadeGlossary } from '../place/builder.ts';

export interface Built extends Omit<MadeGlossary, 'files'> {
  readonly files: readonly WrittenFile[];
  readonly where: string;
  /** Terms that were asked for and that no document uses. */
  readonly unused: readonly string[];
}

/** What came of a build: figures and files on standard output, what to do next on standard error. */
export function showBuilt(built: Built, context: CommandContext): void {
  const { documents, entries, openIssues, skippedFiles, files, unused, where, outcome } = built;
  const { io, words, json, quiet } = context;
  const left = (outcome?.removedNames ?? []).map(({ term }) => term);
  const defined = entries.filter(({ isExplained }) => isExplained).length;
  if (json) {
    const document = {
      schema: 'genglossary.build/1',
      version: context.version,
      ok: true,
      summary: { documents, skipped: skippedFiles.length, entries: entries.length, defined, issues: openIssues },
      left: { count: outcome?.removed ?? 0, terms: left },
      files: files.map(({ path, bytes, sha256 }) => ({ path: relative(io.cwd, path), bytes, sha256 })),
      skipped: skippedFiles,
      unused,
    };
    io.stdout.write(`${JSON.stringify(document)}\n`);
    return;
  }
  const summary = [
    words.entries(entries.length),
    words.defined(defined),
    words.unexplained(entries.length - defined),
    words.issues(openIssues),
  ];
  io.stdout.write(`${summary.join(' · ')}\n`);
  // What is gone is not found by looking.
  if (left.length > 0) io.stdout.write(`${words.leftTheGlossary(left, (outcome?.removed ?? 0) - left.length)}\n`);
  for (const { path, sha256 } of files) io.stdout.write(`  ${relative(io.cwd, path)}  ${sha256.slice(0, 12)}\n`);
  if (quiet) return;
  if (unused.length > 0) io.stderr.write(`${words.unused(unused)}\n`);
  io.stderr.write(`${isAbsolute(where) ? words.database(relative(io.cwd, where) || where) : words.server(where)}\n`);
  const first = entryToShow(entries);
  if (first !== undefined) io.stderr.write(`${words.next(`genglossary show ${JSON.stringify(first.term)}`)}\n`);
}

/** The one that a newcomer should see first: of the language that most are in, explained best and used most. */
function entryToShow(entries: readonly MadeEntry[]): MadeEntry | undefined {
  const counts = new Map<string, number>();
  for (const { language } of entries) counts.set(language, (counts.get(language) ?? 0) + 1);
  const worth = ({ term, language, isExplained, confidence, occurrences }: MadeEntry) => [
    Number(isExplained),
    counts.get(language) ?? 0,
    // A name that a shell takes as it is.
    Number(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Pd} ]*$/u.test(term)),
    confidence,
    occurrences,
  ];
  return entries.toSorted((one, other) => byWorth(worth(other), worth(one)))[0];
}

function byWorth(one: readonly number[], other: readonly number[]): number {
  return one.map((value, place) => value - (other[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
