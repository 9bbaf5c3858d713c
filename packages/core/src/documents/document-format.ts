import type { Prose } from '../domain/index.ts';

/** A way to write documents. It reads any text without throwing: what is malformed is read as plain words. */
export interface DocumentFormat {
  readonly name: string;
  /** Changes whenever the same text could give another prose: part of the key of every remembered digest. */
  readonly version: string;
  /** Lower-case file suffixes with their dot. */
  readonly suffixes: readonly string[];
  /** The prose of a text, in time linear in its length. */
  read(text: string): Prose;
}
