import { isAbsolute, relative, resolve } from 'node:path';
import {
  checkFolder,
  type ExecutionWatch,
  exporterNamed,
  GlossaryError,
  jsonLogger,
  type Logger,
  logLevelNamed,
  normalForm,
  validateProjectName,
  writeFiles,
} from '@genglossary/core';
import { budgetOf } from '../budget.ts';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { variable } from '../environment.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { invalid } from '../invalid.ts';
import { type ChosenModel, chosenModel, costsMoney, type ModelOptions, modelTools } from '../language-model.ts';
import { freeProjectName, projectNames } from '../project-name.ts';
import { showBuilt } from '../output/built.ts';
import { tellGeneralAnalysis } from '../output/language.ts';
import { createProgress } from '../output/progress.ts';
import { showSkippedFiles } from '../output/skipped-files.ts';
import type { Builder, MadeEntry, MadeGlossary, PathsRequest } from '../place/builder.ts';
import { openPlace, openWorkingServer } from '../place/open-place.ts';
import { estimate } from './estimate.ts';
import { find, noRun } from './runs.ts';

/** Where and how a glossary is written. */
export interface WritingOptions {
  readonly output: string;
  readonly format?: readonly string[];
  readonly threads?: number;
  readonly bom?: true;
  readonly issues?: true;
  readonly force?: true;
  /** A run in which some items failed is no failure of the command. */
  readonly allowPartial?: true;
}

export interface BuildOptions extends WritingOptions, ModelOptions {
  readonly title?: string;
  readonly lang?: string;
  readonly limit?: number;
  /** What the glossary is called among others; by its paths unless told. */
  readonly project?: string;
  readonly require?: readonly string[];
  readonly exclude?: readonly string[];
  /** That the model writes definitions in. */
  readonly outputLang?: string;
  readonly budget?: readonly string[];
  /** Spend without a limit. */
  readonly yes?: true;
  readonly estimate?: true;
}

const DEFAULT_FORMATS = ['markdown', 'json'];

/** `genglossary build`: documents to a glossary, stored in the database and written to files. */
export async function build(paths: readonly string[], options: BuildOptions, context: CommandContext): Promise<number> {
  const { io } = context;
  const directory = resolve(io.cwd, options.output);
  const absolute = paths.map((path) => resolve(io.cwd, path));
  const project =
    options.project === undefined ? await nameOf(absolute, context) : validateProjectName(options.project);
  const languageModel = chosenModel(options, io.environment);
  const budget = budgetOf(options.budget ?? []);
  const request: PathsRequest = {
    project,
    paths: absolute,
    ...given('title', options.title),
    ...given('language', options.lang),
    ...given('limit', options.limit),
    ...given('required', options.require),
    ...given('excluded', options.exclude),
    ...given('languageModel', languageModel),
    ...given('outputLanguage', outputLanguageOf(options, languageModel)),
    ...given('budget', budget),
    // What is being written must not be read again as a source.
    exclude: absolute.flatMap((path) => insideOf(path, directory)),
  };
  if (options.estimate === true) {
    await using builder = await openBuilder({ project, ...options, isEstimate: true }, context);
    return await estimate(builder, request, context);
  }
  if (languageModel !== undefined && costsMoney(languageModel) && budget === undefined && options.yes !== true) {
    const { provider } = languageModel.settings;
    throw invalid(
      `${provider} is paid for by use: say how much may be spent (--budget 0.50), or --yes. --estimate tells what it would be.`,
    );
  }
  await tellGeneralAnalysis(options.lang, context);
  return buildWith({ project, ...options }, context, {
    // A project is begun only where there is something to begin with.
    check: async () => {
      if (await isKnown(project, context)) return;
      const { checkSources } = await import('@genglossary/core/engine');
      await checkSources(request.paths, { exclude: request.exclude, signal: io.signal });
    },
    make: (builder, watch) => builder.build(request, watch),
    ...given('required', options.require),
  });
}

/** @throws `config/invalid` where nobody would write in it: the built-in engine quotes the documents */
function outputLanguageOf({ outputLang }: BuildOptions, model: ChosenModel | undefined): string | undefined {
  if (outputLang === undefined || model !== undefined) return outputLang;
  throw invalid('Definitions in another language are written by a language model: name one (--model).');
}

/** `genglossary runs resume`: does what a run left, and writes the glossary as `build` does. */
export async function resume(
  id: string,
  options: WritingOptions & Pick<BuildOptions, 'budget'>,
  context: CommandContext,
): Promise<number> {
  const budget = budgetOf(options.budget ?? []);
  const { run, project } = await lookUp(id, context);
  return buildWith({ ...options, ...given('project', project) }, context, {
    make: (builder, watch) => builder.resume(run, watch, budget),
  });
}

/** Closes what it read before anybody works on it. */
async function lookUp(id: string, context: CommandContext) {
  await using place = await openPlace(context);
  if (place === undefined) throw noRun();
  const run = await find(place, id);
  const project = (await place.projects()).find((one) => one.id === run.projectId)?.name;
  return { run: run.id, project };
}

interface Making {
  /** Throws what would make the work vain; asked before anything is opened for it. */
  readonly check?: () => Promise<void>;
  /** Terms that were asked for. */
  readonly required?: readonly string[];
  readonly make: (builder: Builder, watch: ExecutionWatch) => Promise<MadeGlossary>;
}

/** Opens who does the work, works with progress, and writes what came of it. */
async function buildWith(
  { project, ...options }: WritingOptions & { readonly project?: string },
  context: CommandContext,
  { check, make, required = [] }: Making,
): Promise<number> {
  const { io, words } = context;
  // Names are checked before the work, so that a typing mistake costs nothing.
  const formats = (options.format ?? DEFAULT_FORMATS).map((name) => exporterNamed(name));
  const directory = resolve(io.cwd, options.output);
  if (options.output === '-') throw noFolder();
  await checkFolder(directory);
  await check?.();
  await using builder = await openBuilder({ ...options, ...given('project', project) }, context);
  const progress = createProgress(context.progress, io, words);
  let built: MadeGlossary;
  try {
    built = await make(builder, { signal: io.signal, report: progress.report });
  } finally {
    progress.close();
  }
  const { run, skippedFiles } = built;
  showSkippedFiles(skippedFiles, context);
  const texts = await built.files(formats, {
    ...given('byteOrderMark', options.bom),
    ...given('includeIssues', options.issues),
  });
  const files = await writeFiles(texts, { directory, ...given('force', options.force) });
  const unused = required.filter((term) =>
    built.entries.some((entry) => isNamed(entry, term) && entry.occurrences === 0),
  );
  showBuilt({ ...built, files, unused, where: builder.where }, context);
  if (run.status !== 'partial') return exitCodes.success;
  io.stderr.write(`${words.partial(run.counts.failed, `genglossary runs resume ${run.id}`)}\n`);
  if (run.failure?.code === 'run/budget-reached') return exitCodes.budget;
  return options.allowPartial === true ? exitCodes.success : exitCodes.failed;
}

function noFolder(): GlossaryError {
  return invalid('A build writes its files into a folder (-o); genglossary export prints a glossary.');
}

/** A server that was named or that has the folder's database does the work; else this process. */
async function openBuilder(
  {
    project,
    threads,
    isEstimate = false,
  }: Pick<WritingOptions, 'threads'> & { readonly project?: string; readonly isEstimate?: boolean },
  context: CommandContext,
): Promise<Builder> {
  const server = await openWorkingServer(context);
  if (server !== undefined) return (await import('../place/server-builder.ts')).serverBuilder(server);
  const { environment } = context.io;
  const { openLocalBuilder, openPassingBuilder } = await import('../place/local-builder.ts');
  const settings = {
    ...given('project', project),
    ...given('threads', threads),
    ...given('logger', loggerOf(environment)),
    languageModels: modelTools(environment),
  };
  // Of a project that is not there nothing is remembered that an estimate could miss.
  if (isEstimate && !(await isKnown(project, context))) return openPassingBuilder(settings);
  return openLocalBuilder({ databasePath: databasePath(context.io), ...settings });
}

async function isKnown(project: string | undefined, context: CommandContext): Promise<boolean> {
  try {
    await using place = await openPlace(context);
    return place !== undefined && (await place.projects()).some(({ name }) => name === project);
  } catch (error) {
    // A database of an older version is not read; the build brings it up to date.
    if (GlossaryError.is(error, 'storage/unavailable')) return true;
    throw error;
  }
}

function isNamed({ names, language }: MadeEntry, term: string): boolean {
  const key = normalForm(term, language);
  return names.some((name) => normalForm(name, language) === key);
}

/** Structured logs on standard error, where `GENGLOSSARY_LOG` asks for them. */
function loggerOf(environment: CommandContext['io']['environment']): Logger | undefined {
  const level = variable(environment, 'GENGLOSSARY_LOG');
  return level === undefined ? undefined : jsonLogger({ level: logLevelNamed(level) });
}

/** A folder's glossary is found again by the paths it was made from, in whatever order they were given. */
async function nameOf(paths: readonly string[], context: CommandContext): Promise<string> {
  const names = projectNames(paths, context.io.cwd);
  try {
    await using place = await openPlace(context);
    return await freeProjectName(names, { paths, place });
  } catch (error) {
    // A database of an older version is not read; the build brings it up to date.
    if (GlossaryError.is(error, 'storage/unavailable')) return names[0] ?? '';
    throw error;
  }
}

/** The output folder as a pattern of names below a source, where it lies inside. */
function insideOf(source: string, directory: string): string[] {
  const name = relative(source, directory).replaceAll('\\', '/');
  return name === '' || name.startsWith('..') || isAbsolute(name) ? [] : [name];
}
