import { isAbsolute, relative, resolve } from 'node:path';
import {
  type Build,
  type Core,
  type ExecutionWatch,
  exporterNamed,
  jsonLogger,
  type Logger,
  logLevelNamed,
  openCore,
  openStorageReader,
  type Run,
  type WrittenFile,
  writeExports,
  isExplained,
} from '@genglossary/core';
import { find } from './runs.ts';
import { databasePath } from '../database-path.ts';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { chosenModel, type ModelOptions, modelTools } from '../language-model.ts';
import { createProgress } from '../output/progress.ts';
import { showSkippedFiles } from '../output/skipped-files.ts';

/** Where and how a glossary is written. */
export interface WritingOptions {
  readonly output: string;
  readonly format?: readonly string[];
  readonly threads?: number;
  readonly bom?: true;
  readonly force?: true;
  /** A run in which some items failed is no failure of the command. */
  readonly allowPartial?: true;
}

export interface BuildOptions extends WritingOptions, ModelOptions {
  readonly title?: string;
  readonly lang?: string;
  readonly limit?: number;
  readonly require?: readonly string[];
  readonly exclude?: readonly string[];
}

const DEFAULT_FORMATS = ['markdown', 'json'];

/** `genglossary build`: documents to a glossary, stored in the database and written to files. */
export async function build(paths: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const directory = resolve(io.cwd, options.output);
  const project = projectName(paths, io.cwd);
  const languageModel = chosenModel(options, io.environment);
  return buildWith({ project, ...options }, context, (core, watch) =>
    core.build(
      {
        project,
        paths: paths.map((path) => resolve(io.cwd, path)),
        ...given('title', options.title),
        ...given('language', options.lang),
        ...given('limit', options.limit),
        ...given('required', options.require),
        ...given('excluded', options.exclude),
        ...given('languageModel', languageModel),
        // What is being written must not be read again as a source.
        exclude: paths.flatMap((path) => insideOf(resolve(io.cwd, path), directory)),
      },
      watch,
    ),
  );
}

/** `genglossary runs resume`: does what a run left, and writes the glossary as `build` does. */
export async function resume(id: string, options: WritingOptions, context: CommandContext): Promise<number> {
  const path = databasePath(context.io);
  let run: Run;
  let project: string | undefined;
  {
    await using storage = await openStorageReader({ path });
    run = await find(storage, id);
    project = (await storage.projects.list()).find((one) => one.id === run.projectId)?.name;
  }
  return buildWith({ ...options, ...given('project', project) }, context, (core, watch) => core.resume(run.id, watch));
}

/** Opens the core, works with progress, and writes what came of it. */
async function buildWith(
  { project, ...options }: WritingOptions & { readonly project?: string },
  context: CommandContext,
  work: (core: Core, watch: ExecutionWatch) => Promise<Build>,
): Promise<number> {
  const { io, words } = context;
  // Names are checked before the work, so that a typing mistake costs nothing.
  const formats = (options.format ?? DEFAULT_FORMATS).map((name) => exporterNamed(name));
  const database = databasePath(io);
  await using core = await openCore({
    databasePath: database,
    ...given('project', project),
    ...given('threads', options.threads),
    ...given('logger', loggerOf(io.environment)),
    languageModels: modelTools(io.environment),
  });
  const progress = createProgress(context.progress, io, words);
  let built: Build;
  try {
    built = await work(core, { signal: io.signal, report: progress.report });
  } finally {
    progress.close();
  }
  const { run, glossary, skippedFiles } = built;
  showSkippedFiles(skippedFiles, context);
  const files = await writeExports(glossary, {
    directory: resolve(io.cwd, options.output),
    formats,
    ...given('force', options.force),
    ...given('byteOrderMark', options.bom),
  });
  showBuilt({ glossary, skippedFiles, files, database }, context);
  if (run.status !== 'partial') return exitCodes.success;
  io.stderr.write(`${words.partial(run.counts.failed, `genglossary runs resume ${run.id}`)}\n`);
  if (run.failure?.code === 'run/budget-reached') return exitCodes.budget;
  return options.allowPartial === true ? exitCodes.success : exitCodes.failed;
}

interface Shown extends Pick<Build, 'glossary' | 'skippedFiles'> {
  readonly files: readonly WrittenFile[];
  readonly database: string;
}

function showBuilt({ glossary, skippedFiles, files, database }: Shown, context: CommandContext): void {
  const { io, words, json, quiet } = context;
  const defined = glossary.concepts.filter(isExplained).length;
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
    return;
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
    const first = glossary.concepts.find(isExplained) ?? glossary.concepts[0];
    const term = first?.designations[0]?.text;
    if (term !== undefined) io.stderr.write(`${words.next(`genglossary show ${JSON.stringify(term)}`)}\n`);
  }
}

/** Structured logs on standard error, where `GENGLOSSARY_LOG` asks for them. */
function loggerOf(environment: CommandContext['io']['environment']): Logger | undefined {
  const level = environment['GENGLOSSARY_LOG'];
  return level === undefined || level === '' ? undefined : jsonLogger({ level: logLevelNamed(level) });
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
