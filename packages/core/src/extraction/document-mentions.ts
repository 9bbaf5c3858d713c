import type { LanguageTag } from '../domain/index.ts';

/** What the place or the dress of a phrase says about it: each is counted once per occurrence. */
export type Cue =
  /** The phrase is a whole title or heading (articles and numbers aside). */
  | 'heading'
  /** The sentence of a paragraph begins with it and says something of it. */
  | 'subject'
  /** Marked by the author as a term, in the term column of a glossary or as the term of a definition list. */
  | 'term'
  | 'emphasis'
  | 'code'
  | 'link'
  | 'quoted'
  | 'parenthesised'
  /** Subject of a sentence that says what it is: "An X is a …", 「Xとは」. */
  | 'defined'
  /** Its reading is given: by ruby, or in parentheses after it. */
  | 'annotated'
  /** Opens a list item or table row that explains it: "X: …". */
  | 'listed';

/**
 * A longest run of words that may name something, all its occurrences in one document as one row (a row, because a text
 * has thousands of them). The runs inside it are not stored: whoever ranks finds them again.
 */
export type PhraseMentions = readonly [
  /** The words as they were written, apart by a space, or by a tab where the text has nothing between them. */
  text: string,
  /** One letter a word, see `WordClass`. */
  classes: string,
  count: number,
  /** Occurrences in running text and not at the start of a sentence: where a capital means something. */
  inside: number,
  /** Occurrences in a title or heading. */
  inHeading: number,
  /** Occurrences after an article or another determiner: what follows one is a noun. */
  determined: number,
  /** Occurrences that say of what they are: before "of", after 「…の」 or a clause. */
  related: number,
  /** Occurrences that the sentence speaks of (Japanese: before は, が, を, も). */
  argument: number,
];

/** A string that stands out, with the cues that were seen exactly on it. */
export interface CueMentions {
  readonly text: string;
  readonly counts: Readonly<Partial<Record<Cue, number>>>;
}

export interface LanguageMentions {
  readonly language: LanguageTag;
  /** Running words, numbers and punctuation apart. */
  readonly wordCount: number;
  /** Folded words that are part of no phrase are counted in `wordCount` only. */
  readonly phrases: readonly PhraseMentions[];
  readonly cues: readonly CueMentions[];
  /** Kana reading by surface word, for words whose writing does not show it. */
  readonly readings: Readonly<Record<string, string>>;
}

/** What one document says about its candidates: plain data, smaller than the text, kept in the cache. */
export interface DocumentMentions {
  readonly languages: readonly LanguageMentions[];
}

export const NOTHING_BETWEEN = '\t';
