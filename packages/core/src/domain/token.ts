/** Universal part-of-speech tags (Universal Dependencies v2, https://universaldependencies.org/u/pos/). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One word of analysed text. Offsets are prose offsets; the surface is the prose between them. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly partOfSpeech: PartOfSpeech;
  /** Dictionary form, folded (lower case, NFKC); the folded surface where the analyzer has none. */
  readonly lemma: string;
  /** Kana reading, where the analyzer knows one. */
  readonly reading?: string;
}

/** One sentence. It never crosses a block. Offsets are prose offsets. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Index into `Prose.blocks`. */
  readonly block: number;
  readonly language: string;
  readonly tokens: readonly Token[];
}
