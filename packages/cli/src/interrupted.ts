import { exitCodes } from './exit-codes.ts';

/** Why a command was asked to stop from outside. */
export class Interrupted extends Error {
  override readonly name = 'AbortError';
  /** What the shell shall see: 128 and the signal's number. */
  readonly exitCode: number;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`Stopped by ${signal}.`);
    this.exitCode = signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated;
  }
}

/** Whoever read the output has had enough of it, as `| head` has: nothing went wrong, and nobody is there to be told. */
export class OutputClosed extends Error {
  override readonly name = 'AbortError';
  readonly exitCode = exitCodes.success;

  constructor() {
    super('The output was closed.');
  }
}

export function interruptedBy(reason: unknown): number {
  return reason instanceof Interrupted || reason instanceof OutputClosed ? reason.exitCode : exitCodes.interrupted;
}
