/** Rows of one statement: enough to be fast, few enough that no statement holds the event loop or too many parameters. */
const BATCH_ROWS = 250;

/** UTF-16 units of one statement's texts: a handful of large documents goes out alone. */
const BATCH_LENGTH = 4_000_000;

/** Cuts rows into what one statement carries; rows that are made as they are asked for are made a batch at a time. */
export function* batches<Row>(rows: Iterable<Row>, lengthOf: (row: Row) => number = () => 0): Generator<Row[]> {
  let batch: Row[] = [];
  let length = 0;
  for (const row of rows) {
    batch.push(row);
    length += lengthOf(row);
    if (batch.length < BATCH_ROWS && length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}
