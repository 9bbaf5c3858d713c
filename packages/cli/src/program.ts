import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { entryOrders, entryStates, exporters, importFields, modelSteps } from '@genglossary/core';
import { Command, Option } from 'commander';
import { backup } from './commands/backup.ts';
import { build, resume } from './commands/build.ts';
import { doctor } from './commands/doctor.ts';
import { exportGlossary } from './commands/export.ts';
import { extract } from './commands/extract.ts';
import { conflictChoices, importEntries } from './commands/import.ts';
import { deleteProjects, listProjects, restoreProject } from './commands/projects.ts';
import { restore } from './commands/restore.ts';
import { cancelRun, listRuns, logRun, showRun, watchRun } from './commands/runs.ts';
import { show } from './commands/show.ts';
import type { CommandContext } from './context.ts';
import { given } from './given.ts';
import { interruptedBy, OutputClosed } from './interrupted.ts';
import type { Io } from './io.ts';
import { showError } from './output/error.ts';
import { columnOf, languageTag, list, namesOf, onePerOption, portNumber, share, wholeNumber } from './option-values.ts';
import { asCoreError } from './place/server-error.ts';
import { type ProgressMode, progressModes } from './output/progress.ts';
import { chooseLocale, locales } from './words/index.ts';

/** Options that mean the same for every command. */
export interface GlobalOptions {
  readonly cwd?: string;
  readonly json?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly progress: ProgressMode;
  readonly locale?: string;
  readonly url?: string;
}

const evidenceChoices = ['with', 'without'] as const;

/** Commands that no server can do: asked to, they must not quietly do something else. */
const HERE_ONLY: ReadonlySet<string> = new Set(['extract', 'serve', 'doctor']);

/** The command table. `finish` receives the exit code of the command that ran. */
export function createProgram(io: Io, finish: (exitCode: number) => void): Command {
  const version = packageVersion();
  const program = new Command('genglossary')
    .description(
      'Turns your documents into a glossary you can trust: every definition quotes the sentence it came from.',
    )
    .version(version, '-V, --version', 'print the version')
    .option('-C, --cwd <dir>', 'work in this folder')
    .option('--url <server>', 'let this server do the work (else GENGLOSSARY_URL); its token is GENGLOSSARY_TOKEN')
    .option('--json', 'print the result as one JSON document')
    .option('-q, --quiet', 'only the result and errors')
    .option('-v, --verbose', 'tell more')
    .addOption(new Option('--progress <mode>', 'how progress is shown').choices(progressModes).default('auto'))
    .addOption(new Option('--locale <locale>', 'language of messages').choices(Object.keys(locales)))
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // `main` tells it as it tells other errors.
      outputError: () => undefined,
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      `
Examples:
  genglossary build docs                 make the glossary of a folder
  genglossary extract docs --json        the ranked terms and why
  genglossary show "load balancer"       one entry with its evidence
  genglossary build docs --model ollama/qwen3
                                         with a language model, checked against the documents
  genglossary runs resume                go on with a build that was stopped

Exit codes: 0 done · 2 wrong usage or nothing to read · 3 failed or partial · 5 budget reached · 130 interrupted`,
    );

  /** Global options may stand before or after the name of the command. */
  const run = async (command: Command, action: (context: CommandContext) => Promise<number>): Promise<void> => {
    const options = command.optsWithGlobals<GlobalOptions>();
    if (options.url !== undefined && HERE_ONLY.has(command.name())) {
      command.error(`'${command.name()}' works on this machine; leave out --url`);
    }
    const locale = chooseLocale(options.locale, io.environment);
    const context: CommandContext = {
      io: options.cwd === undefined ? io : { ...io, cwd: resolve(io.cwd, options.cwd) },
      words: locales[locale],
      locale,
      isLocaleGiven: options.locale !== undefined,
      json: options.json === true,
      quiet: options.quiet === true,
      verbose: options.verbose === true,
      progress: options.quiet === true ? 'none' : options.progress,
      ...given('url', options.url),
      version,
    };
    try {
      finish(await action(context));
    } catch (error) {
      if (io.signal.aborted) {
        if (!(io.signal.reason instanceof OutputClosed)) io.stderr.write(`${context.words.interrupted}\n`);
        finish(interruptedBy(io.signal.reason));
      } else finish(showError(asCoreError(error), context));
    }
  };

  program
    .command('build')
    .description('read documents, extract terms, define, review, refine, and write the glossary')
    .argument('[paths...]', 'files and folders to read', ['.'])
    .option('-o, --output <dir>', 'where the glossary is written', 'glossary')
    .addOption(formatsOption())
    .option('--project <name>', 'what the glossary is called among others; the name of the folder unless told')
    .option('--title <text>', 'title of the glossary')
    .option('--lang <tag>', 'language of the documents, where it should not be detected', languageTag)
    .option('--limit <number>', 'at most this many terms', wholeNumber)
    .option('--require <term>', 'always in the glossary; may be repeated, * and ? stand for anything', onePerOption)
    .option('--exclude <term>', 'never in the glossary; may be repeated', onePerOption)
    .option('--threads <number>', 'worker threads', wholeNumber)
    .option(
      '--model <provider/model>',
      'a language model for the steps that one can do; the built-in engine unless told',
    )
    .option('--base-url <url>', 'address of the language model')
    .addOption(new Option('--model-steps <names>', `steps for the model: ${modelSteps.join(', ')}`).argParser(list))
    .option('--lanes <number>', 'calls to the model at once', wholeNumber)
    .option(
      '--output-lang <tag>',
      'language that the model writes definitions in, such as fr; that of the documents unless told',
      languageTag,
    )
    .option(
      '--budget <limit>',
      'the most to spend: 0.50 (US dollars), 200k-tokens or 300-calls; may be repeated',
      onePerOption,
    )
    .option('--yes', 'spend without a limit')
    .option('--estimate', 'tell what would be spent, without a call, and do nothing')
    .option('--issues', 'name open issues in Markdown and HTML too; CSV and JSON always do')
    .option('--bom', 'begin CSV with a byte order mark, as spreadsheets like it')
    .option('--force', 'overwrite files in the output folder that genglossary did not write')
    .option('--allow-partial', 'succeed even when some items failed')
    .action((paths: string[], options, command: Command) => run(command, (context) => build(paths, options, context)));

  addRuns(program, run);

  program
    .command('extract')
    .description('print the ranked terms of documents, a line each: score, how often, in how many documents, term')
    .argument('[paths...]', 'files and folders to read', ['.'])
    .option('--lang <tag>', 'language of the documents, where it should not be detected', languageTag)
    .option('--limit <number>', 'at most this many terms', wholeNumber)
    .option('--threads <number>', 'worker threads', wholeNumber)
    .action((paths: string[], options, command: Command) =>
      run(command, (context) => extract(paths, options, context)),
    );

  program
    .command('show')
    .description('print one entry of the glossary: definition, names, evidence')
    .argument('<term>', 'the term, in any spelling the glossary knows')
    .option('--project <name>', 'which glossary, where the folder has several')
    .action((term: string, options, command: Command) => run(command, (context) => show(term, options, context)));

  program
    .command('export')
    .description('print the stored glossary in a format, with what people changed in it')
    .option('--project <name>', 'which glossary, where the folder has several')
    .option(
      '--format <name>',
      `one of ${Object.keys(exporters).join(', ')}; markdown unless told, and json with --json`,
    )
    .option('-o, --output <file>', 'write it into this file; - is standard output')
    .option('--force', 'overwrite a file that genglossary did not write')
    .option('--published <number>', 'a published version instead of the glossary as it is', wholeNumber)
    .addOption(
      new Option('--states <names>', `only entries that are ${entryStates.join(', ')}`).argParser((names: string) =>
        namesOf(names, entryStates),
      ),
    )
    .option('--category <name>', 'only entries in this category; may be repeated', onePerOption)
    .option('--uncategorised', 'only entries in no category, beside those that are named')
    .option('--min-confidence <number>', 'only entries whose definition is so sure, from 0 to 1', share)
    .addOption(
      new Option('--evidence <which>', 'only entries with a passage behind them, or without').choices(evidenceChoices),
    )
    .addOption(new Option('--order <order>', 'order of the entries').choices(entryOrders).default('name'))
    .option('--issues', 'name open issues in Markdown and HTML too; CSV and JSON always do')
    .option('--bom', 'begin CSV with a byte order mark, as spreadsheets like it')
    .action((options, command: Command) => run(command, (context) => exportGlossary(options, context)));

  program
    .command('import')
    .description(
      'show what a file of entries (our JSON export, a TBX termbase, or a CSV table) would do to the glossary, and do it',
    )
    .argument('<file>', 'the file')
    .option('--apply', 'do it; without this nothing is written')
    .option('--project <name>', 'which glossary, where the folder has several')
    .addOption(
      new Option('--on-conflict <what>', "where the file would replace a person's work")
        .choices(Object.keys(conflictChoices))
        .default('keep'),
    )
    .option(
      '--lang <tag>',
      'language of entries whose language the file does not tell; the one to read of a termbase',
      languageTag,
    )
    .option('--column <header=field>', `what a column holds: ${importFields.join(', ')}, or nothing`, columnOf)
    .action((file: string, options, command: Command) =>
      run(command, (context) => importEntries(file, options, context)),
    );

  program
    .command('backup')
    .description('write everything that makes a glossary, its documents too, into one file')
    .option('--project <name>', 'which glossary, where the folder has several')
    .option('-o, --output <file>', 'the file; named after the glossary where it is not told')
    .option('--force', 'overwrite a file that is no back-up')
    .action((options, command: Command) => run(command, (context) => backup(options, context)));

  program
    .command('restore')
    .description('make a glossary from a file that backup wrote')
    .argument('<file>', 'the file')
    .option('--name <name>', 'another name than it had')
    .action((file: string, options, command: Command) => run(command, (context) => restore(file, options, context)));

  addProjects(program, run);

  program
    .command('serve')
    .description('serve the web app and the API over the glossaries of this folder')
    .option('--host <address>', 'address to listen on; any but this machine needs a token (127.0.0.1)')
    .option('--port <number>', 'port to listen on; 0 for any free one (4747, or a free one)', portNumber)
    .option('--token-file <file>', 'file with the token that everybody has to send (else GENGLOSSARY_TOKEN)')
    .option('--allow-origin <origin>', 'pages of this origin may use the server; may be repeated', onePerOption)
    .option('--open', 'open the web app in the browser')
    .option('--threads <number>', 'worker threads (processors but one)', wholeNumber)
    .action((options, command: Command) =>
      run(command, async (context) => (await import('./commands/serve.ts')).serve(options, context)),
    );

  program
    .command('doctor')
    .description('check that this machine can build a glossary, and what a language model would be sent')
    .option('--model <provider/model>', 'the language model to check')
    .option('--base-url <url>', 'address of the language model')
    .action((options, command: Command) => run(command, (context) => doctor(options, context)));

  return program;
}

type RunCommand = (command: Command, action: (context: CommandContext) => Promise<number>) => Promise<void>;

/** `genglossary runs …`: the builds there were, the one that is going on, and going on with one that was stopped. */
function addRuns(program: Command, run: RunCommand): void {
  const runs = program.command('runs').description('list, follow, cancel and resume builds');
  runs
    .command('list')
    .description('all runs, newest first')
    .action((_options, command: Command) => run(command, listRuns));
  const about = (name: string, description: string, action: (id: string, context: CommandContext) => Promise<number>) =>
    runs
      .command(name)
      .description(description)
      .argument('[id]', 'a run', 'latest')
      .action((id: string, _options, command: Command) => run(command, (context) => action(id, context)));
  about('show', 'one run: totals, failure, failed items', showRun);
  about('watch', 'follow a run until it is over', watchRun);
  about('logs', 'everything that a run told', logRun);
  about('cancel', 'stop a run; what is finished is kept', cancelRun);
  runs
    .command('resume')
    .description('do what a stopped, failed or partial run left, and write the glossary')
    .argument('[id]', 'a run', 'latest')
    .option('--budget <limit>', 'the most to spend now: 0.50 (US dollars), 200k-tokens or 300-calls', onePerOption)
    .option('-o, --output <dir>', 'where the glossary is written', 'glossary')
    .addOption(formatsOption())
    .option('--threads <number>', 'worker threads', wholeNumber)
    .option('--issues', 'name open issues in Markdown and HTML too; CSV and JSON always do')
    .option('--bom', 'begin CSV with a byte order mark, as spreadsheets like it')
    .option('--force', 'overwrite files in the output folder that genglossary did not write')
    .option('--allow-partial', 'succeed even when some items failed')
    .action((id: string, options, command: Command) => run(command, (context) => resume(id, options, context)));
}

function formatsOption(): Option {
  const names = Object.keys(exporters).join(', ');
  return new Option('--format <names>', `formats to write: ${names}; markdown,json unless told`).argParser(list);
}

/** The version of the package this file belongs to, one folder up from `src` and from `dist`. */
function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return manifest !== null && typeof manifest === 'object' && 'version' in manifest
    ? String(manifest.version)
    : '0.0.0';
}

/** `genglossary projects …`: what is in this place, and what is thrown away or had back. */
function addProjects(program: Command, run: RunCommand): void {
  const projects = program.command('projects').description('list, delete and restore the glossaries of this place');
  projects
    .command('list')
    .description('every glossary, with what it holds')
    .action((_options, command: Command) => run(command, listProjects));
  projects
    .command('delete')
    .description('into the bin, from where it comes back for 30 days')
    .argument('[names...]', 'glossaries')
    .option('--empty', 'all that hold nothing and were never built, such as those of a mistyped path')
    .action((names: string[], options, command: Command) =>
      run(command, (context) => deleteProjects(names, options, context)),
    );
  projects
    .command('restore')
    .description('out of the bin')
    .argument('<name>', 'a glossary that was deleted')
    .action((name: string, _options, command: Command) => run(command, (context) => restoreProject(name, context)));
}
