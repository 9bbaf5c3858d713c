import type { Prose } from '../domain/index.ts';
import type { DecodedText, UndecodableBytes } from './decode.ts';

/** A way to write documents. It reads any text without throwing: what is malformed is read as plain words. */
export interface DocumentFormat {
  readonly name: string;
  /** Changes whenever the same text could give another prose: part of the key of every remembered digest. */
  readonly version: string;
  /** Lower-case file suffixes with their dot. */
  readonly suffixes: readonly string[];
  /**
   * For files that are no text: what of their bytes stands for the document, to be stored and read and quoted. The same
   * bytes give the same text; what is wrong with them is an outcome, not an error. It lets others have their turn.
   */
  decode?(bytes: Uint8Array): Promise<DecodedText | UndecodableBytes>;
  /** The prose of a text, in time linear in its length. */
  read(text: string): Prose;
}
