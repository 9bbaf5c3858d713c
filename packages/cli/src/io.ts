import type { WriteStream } from 'node:tty';
import type { Environment } from './environment.ts';

/** The world around one command, so that tests can stand in for a terminal. */
export interface Io {
  /** The result of a command, and nothing else. */
  readonly stdout: Output;
  /** Everything else: progress, hints, warnings, errors. */
  readonly stderr: Output;
  readonly cwd: string;
  readonly environment: Environment;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The process's own streams; the type says what a real terminal offers. */
export function processIo(signal: AbortSignal): Io {
  const stdout: Output & Partial<WriteStream> = process.stdout;
  const stderr: Output & Partial<WriteStream> = process.stderr;
  return { stdout, stderr, cwd: process.cwd(), environment: process.env, signal };
}
