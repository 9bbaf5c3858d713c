/** The rows of a list of any length. Those far from view may not be there yet. */
export interface Rows<Row> {
  /** Names the list with its filter and order: another one begins at its top. */
  readonly list: string;
  readonly count: number;
  readonly at: (index: number) => Row | undefined;
  readonly idOf: (row: Row) => string;
  /** Where a row stands; -1 for one that is not there. */
  readonly indexOf: (id: string) => number;
}

/** Rows that are all there. */
export function rowsOf<Row>(items: readonly Row[], idOf: (row: Row) => string, list = ''): Rows<Row> {
  return {
    list,
    count: items.length,
    at: (index) => items[index],
    idOf,
    indexOf: (id) => items.findIndex((row) => idOf(row) === id),
  };
}
