/** One rule of a list: a term, or a pattern with `*` (any run of characters) and `?` (one character). */
export interface TermRule {
  readonly pattern: string;
  readonly note?: string;
}

/** What people decided about terms. A term that is both required and excluded is required. */
export interface TermLists {
  /** Always in the glossary. */
  readonly required: readonly TermRule[];
  /** Never extracted. */
  readonly excluded: readonly TermRule[];
}
