import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { Interrupted, OutputClosed } from './interrupted.ts';
import { processIo } from './io.ts';
import { showError } from './output/error.ts';
import { usageError } from './output/usage-error.ts';
import { createProgram, type GlobalOptions } from './program.ts';
import { chooseLocale, locales } from './words/index.ts';

/**
 * Runs one command line and returns its exit code. The first Ctrl-C asks the command to stop at the next item; the
 * second ends the process at once (results are written aside and renamed, so nothing is left half-written).
 */
export async function main(argv: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  const onInterrupt = (signal: NodeJS.Signals) => {
    const interrupted = new Interrupted(signal === 'SIGTERM' ? 'SIGTERM' : 'SIGINT');
    if (interrupt.signal.aborted) process.exit(interrupted.exitCode);
    interrupt.abort(interrupted);
  };
  // They stay: an output that cannot be written may be told of after the command is over.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') interrupt.abort(new OutputClosed());
    else tellUnwritable(error);
  });
  process.stderr.on('error', () => undefined);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  const io = processIo(interrupt.signal);
  let code: number = exitCodes.success;
  const program = createProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.success;
    // A group without one of its commands: its help has been shown.
    if (error.code === 'commander.help') return exitCodes.usage;
    // As far as it was understood before it went wrong.
    const { json, verbose, locale } = program.opts<GlobalOptions>();
    const words = locales[chooseLocale(locale, io.environment)];
    const version = program.version() ?? '';
    return showError(usageError(error), { io, words, version, json: json === true, verbose: verbose === true });
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** The result of the command went nowhere: a full disk, as a rule. */
function tellUnwritable(error: Error): void {
  process.stderr.write(`error The output cannot be written: ${error.message} (export/unwritable)\n`);
  process.once('exit', () => {
    process.exitCode = exitCodes.failed;
  });
}
