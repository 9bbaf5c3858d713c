/**
 * What people read in a document, apart from its markup: one plain text, cut into blocks, that remembers for each
 * character where it stood in the original. Everything that analyses text works on prose and speaks in *prose
 * offsets* (plain numbers); only `text/alignment.ts` turns them into a `Range` of the original.
 */
export interface Prose {
  /**
   * The blocks' texts joined by `\n`. A block itself holds no `\n`: line breaks inside a paragraph are spaces, or
   * nothing between two characters of a script written without spaces.
   * Code blocks, comments, link targets, tag names and front matter (but its title) are not in it.
   */
  readonly text: string;
  /** In order of their text; `text.slice(start, end)` is the block's text. */
  readonly blocks: readonly Block[];
  /** Sorted by start, then longest first. */
  readonly marks: readonly Mark[];
  readonly alignment: Alignment;
}

export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'table-header'
  | 'table-cell'
  | 'definition-term'
  | 'definition-text'
  | 'caption'
  | 'note';

export interface Block {
  readonly kind: BlockKind;
  /** Prose offsets. */
  readonly start: number;
  readonly end: number;
  /** Heading level 1–6, list depth from 1; 0 elsewhere. */
  readonly level: number;
  /** Index of the nearest heading (or title) block above; -1 before the first. A heading names its parent heading. */
  readonly section: number;
  /** Table position, for table blocks: `row` 0 is the header row; -1 elsewhere. */
  readonly row: number;
  readonly column: number;
}

export type MarkKind =
  | 'strong'
  | 'emphasis'
  | 'code'
  | 'link'
  /** `value` is the reading in kana; the range covers the base characters. */
  | 'ruby'
  /** Marked by the author as a term (`:term:`, a glossary directive, a tooltip shortcode). */
  | 'term'
  /** Marked by the author as a term at the place that defines it (`<dfn>`, `:dfn:`). */
  | 'definiendum'
  /** `<abbr title>`: `value` is the expansion. */
  | 'abbreviation';

export interface Mark {
  readonly kind: MarkKind;
  /** Prose offsets. */
  readonly start: number;
  readonly end: number;
  /** Link target, ruby reading, abbreviation expansion; empty where there is none. */
  readonly value: string;
}

/**
 * Piecewise map from prose to original, as four parallel arrays sorted by `prose`. A segment whose two lengths are
 * equal maps one to one; any other (an entity, a joined line break) is atomic: its prose stands for the whole original.
 * Prose between segments (a joining `\n`) stands for nothing in the original.
 */
export interface Alignment {
  readonly prose: readonly number[];
  readonly proseLength: readonly number[];
  readonly original: readonly number[];
  readonly originalLength: readonly number[];
}
