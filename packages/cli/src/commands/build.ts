import { isAbsolute, relative, resolve } from 'node:path';
import { exporterNamed, type Glossary, openCore, writeExports } from '@genglossary/core';
import { databasePath } from '../database-path.ts';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { createProgress } from '../output/progress.ts';
import { showSkippedFiles } from '../output/skipped-files.ts';

export interface BuildOptions {
  readonly output: string;
  readonly format?: readonly string[];
  readonly title?: string;
  readonly lang?: string;
  readonly limit?: number;
  readonly require?: readonly string[];
  readonly exclude?: readonly string[];
  readonly threads?: number;
  readonly bom?: true;
  readonly force?: true;
}

const DEFAULT_FORMATS = ['markdown', 'json'];

/** `genglossary build`: documents to a glossary, stored in the database and written to files. */
export async function build(paths: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  const { io, words, json, quiet } = context;
  // Names are checked before the work, so that a typing mistake costs nothing.
  const formats = (options.format ?? DEFAULT_FORMATS).map((name) => exporterNamed(name));
  const database = databasePath(io);
  const directory = resolve(io.cwd, options.output);

  await using core = await openCore({ databasePath: database, ...given('threads', options.threads) });
  const progress = createProgress(context.progress, io, words);
  let built: Awaited<ReturnType<typeof core.build>>;
  try {
    built = await core.build(
      {
        project: projectName(paths, io.cwd),
        paths: paths.map((path) => resolve(io.cwd, path)),
        ...given('title', options.title),
        ...given('language', options.lang),
        ...given('limit', options.limit),
        ...given('required', options.require),
        ...given('excluded', options.exclude),
        // What is being written must not be read again as a source.
        exclude: paths.flatMap((path) => insideOf(resolve(io.cwd, path), directory)),
      },
      { signal: io.signal, report: progress.report },
    );
  } finally {
    progress.close();
  }
  const { glossary, skippedFiles } = built;
  showSkippedFiles(skippedFiles, context);
  const files = await writeExports(glossary, {
    directory,
    formats,
    ...given('locale', mainLocale(glossary)),
    ...given('force', options.force),
    ...given('byteOrderMark', options.bom),
  });

  const defined = glossary.concepts.filter(({ definition }) => definition !== undefined).length;
  const openIssues = glossary.issues.filter(({ state }) => state === 'open').length;
  if (json) {
    const document = {
      schema: 'genglossary.build/1',
      version: context.version,
      ok: true,
      summary: {
        documents: glossary.documents.length,
        skipped: skippedFiles.length,
        entries: glossary.concepts.length,
        defined,
        issues: openIssues,
      },
      files: files.map(({ path, bytes, sha256 }) => ({ path: relative(io.cwd, path), bytes, sha256 })),
      skipped: skippedFiles,
    };
    io.stdout.write(`${JSON.stringify(document)}\n`);
    return exitCodes.success;
  }
  const summary = [
    words.entries(glossary.concepts.length),
    words.defined(defined),
    words.unexplained(glossary.concepts.length - defined),
    words.issues(openIssues),
  ];
  io.stdout.write(`${summary.join(' · ')}\n`);
  for (const { path, sha256 } of files) io.stdout.write(`  ${relative(io.cwd, path)}  ${sha256.slice(0, 12)}\n`);
  if (!quiet) {
    io.stderr.write(`${words.database(relative(io.cwd, database) || database)}\n`);
    const first = glossary.concepts.find(({ definition }) => definition !== undefined) ?? glossary.concepts[0];
    const term = first?.designations[0]?.text;
    if (term !== undefined) io.stderr.write(`${words.next(`genglossary show ${JSON.stringify(term)}`)}\n`);
  }
  return exitCodes.success;
}

/** A folder's glossary is found again by the paths it was made from, in whatever order they were given. */
function projectName(paths: readonly string[], cwd: string): string {
  return paths
    .map((path) => relative(cwd, resolve(cwd, path)) || '.')
    .toSorted()
    .join(' + ');
}

/** The output folder as a pattern of names below a source, where it lies inside. */
function insideOf(source: string, directory: string): string[] {
  const name = relative(source, directory).replaceAll('\\', '/');
  return name === '' || name.startsWith('..') || isAbsolute(name) ? [] : [name];
}

/** The words around a glossary follow what most of its entries are written in, never the machine. */
function mainLocale({ concepts }: Glossary): 'en' | 'ja' {
  return concepts.filter(({ language }) => language === 'ja').length * 2 > concepts.length ? 'ja' : 'en';
}
