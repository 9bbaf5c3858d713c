import type { ColumnDataType, Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** What differs between databases, declared by the dialect: stores and migrations never ask which one they hold. */
export interface DialectTraits {
  /** Column types by what they hold. Integers reach 2^53. */
  readonly types: Readonly<Record<'text' | 'integer' | 'real' | 'bytes', ColumnDataType | RawBuilder<unknown>>>;
  /** What stands after a `create table (…)`. */
  readonly tableSuffix?: RawBuilder<unknown>;
}

/** An open database. */
export interface Backend extends AsyncDisposable {
  /** To show to people. */
  readonly location: string;
  readonly traits: DialectTraits;
  /** For transactions that write. */
  readonly writer: Kysely<Tables>;
  /** For transactions that only read: they neither wait for a writer nor see what it has not committed. */
  readonly reader: Kysely<Tables>;
}
