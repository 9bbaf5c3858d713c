import type { LanguageTag } from '../domain/index.ts';

/** Where a defining sentence stands: at the start of a document or section that is about its subject, or anywhere. */
export type DefiningPlace = 'title' | 'heading' | 'body';

/** A place where a document says what something is. Plain data, small, safe to send between threads. */
export interface DefiningSentence {
  /** The words for the thing defined, as written, without article or quotes. */
  readonly subject: string;
  /** Their normal form (`text/normal-form.ts`). */
  readonly subjectKey: string;
  readonly language: LanguageTag;
  /** Prose offsets of the sentence, or of the cell or text that stands for one. */
  readonly start: number;
  readonly end: number;
  /** Prose offsets of the words that say what the thing is; the whole sentence where only all of it does. */
  readonly definitionStart: number;
  readonly definitionEnd: number;
  /** Key of the pattern that found it. */
  readonly pattern: string;
  readonly place: DefiningPlace;
  /** It is the first sentence of the section that is about its subject. */
  readonly opens?: true;
  /**
   * The author made a definition of it, beyond doubt: as an entry of a glossary, by marking the name as a term at the
   * place that defines it (`<dfn>`), or in the text. See `createExplicitTest`.
   */
  readonly explicit?: 'glossary' | 'term' | 'text';
  /** 0–1, how definitional it is. */
  readonly score: number;
  /** The kind of thing it is said to be, as written. */
  readonly genus?: string;
}

/** From this score on, a sentence counts as defining. One threshold for all languages and kinds of text. */
export const DEFINING_SCORE = 0.5;

/** From this score on, a sentence stands alone as the definition of an entry: what is quoted has to be sure. */
export const QUOTABLE_SCORE = 0.55;

/** Of what counts as defining and is never shown as a definition. */
export const LESS_THAN_QUOTABLE = QUOTABLE_SCORE - 0.01;
