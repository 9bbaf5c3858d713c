/** What a Word document is made of, as far as it is read. */
export type WordBlock = TextBlock | TableBlock;

export interface TextBlock {
  readonly kind: 'text';
  readonly element:
    | 'title'
    | 'h1'
    | 'h2'
    | 'h3'
    | 'h4'
    | 'h5'
    | 'h6'
    | 'p'
    | 'li'
    | 'dt'
    | 'dd'
    | 'pre'
    | 'blockquote'
    | 'figcaption'
    | 'aside';
  /** Of a list item, from 1; 0 elsewhere. */
  readonly depth: number;
  /** On one line. */
  readonly html: string;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Whether its look singles out the first row. */
  readonly hasHeaderLook: boolean;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Whether it is said to be a header, repeated on every page. */
  readonly isHeader: boolean;
  readonly cells: readonly (readonly WordBlock[])[];
}
