import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { Interrupted } from './interrupted.ts';
import { processIo } from './io.ts';
import { createProgram } from './program.ts';

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
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    let code: number = exitCodes.success;
    const program = createProgram(processIo(interrupt.signal), (result) => {
      code = result;
    });
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
    return code;
  } catch (error) {
    // The parser has already told what is wrong with the command line.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    throw error;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}
