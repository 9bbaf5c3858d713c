import type { LanguageTag, Token } from '../domain/index.ts';

/** One sentence of a block. Offsets count from the start of the block's text. */
export interface AnalysedSentence {
  readonly start: number;
  readonly end: number;
  /** In order, without overlap, inside the sentence; white space belongs to no token. */
  readonly tokens: readonly Token[];
}

/** Splits the text of one block into sentences and tokens. Synchronous, pure, and linear in the text. */
export interface Analyzer {
  readonly name: string;
  /** Changes whenever the same text could give another answer; part of the key of every cached analysis. */
  readonly version: string;
  /** The languages it is made for; `['*']` takes any. */
  readonly languages: readonly LanguageTag[];
  /** Offsets are UTF-16 code units of `text`. Any string is allowed, lone surrogates included. */
  analyse(text: string): readonly AnalysedSentence[];
}

/** An analyzer that is not loaded yet: dictionaries cost memory and time, so they wait for the first document. */
export interface AnalyzerDefinition {
  readonly name: string;
  readonly version: string;
  readonly languages: readonly LanguageTag[];
  /** Loads what the analyzer needs for `language`, once a thread; later calls return the same analyzer. */
  load(language: LanguageTag): Promise<Analyzer>;
}
