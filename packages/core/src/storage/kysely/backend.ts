import type { ColumnDataType, Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** What differs between databases, declared by the dialect: stores and migrations never ask which one they hold. */
export interface DialectTraits {
  /** Column types by what they hold. Integers reach 2^53. */
  readonly types: Readonly<Record<'text' | 'integer' | 'real' | 'bytes', ColumnDataType | RawBuilder<unknown>>>;
  /** Milliseconds since 1970 by the database's clock, where several processes share it; else the process's clock counts. */
  readonly leaseClock?: RawBuilder<number>;
  /** Statements that make triggers. */
  readonly triggers: TriggerTraits;
  /** What stands after a `create table (…)`. */
  readonly tableSuffix?: RawBuilder<unknown>;
}

interface TriggerEvent {
  readonly name: string;
  readonly table: string;
  /** A condition on `old` and `new`. */
  readonly when?: string;
}

export interface TriggerTraits {
  /** Refuses a change. */
  readonly refuse: (trigger: TriggerEvent & { readonly before: string; readonly message: string }) => readonly string[];
  /** Runs one statement after a change. */
  readonly record: (
    trigger: TriggerEvent & { readonly after: string; readonly statement: string },
  ) => readonly string[];
}

/** Room on the disk that is kept back, so that the last words can be written when nothing else can. */
export interface DiskReserve {
  /** Gives the room free. */
  release(): void;
  /** Takes it again; `false` while the disk has no room for it. */
  restore(): boolean;
}

/** An open database. */
export interface Backend extends AsyncDisposable {
  /** To show to people. */
  readonly location: string;
  readonly traits: DialectTraits;
  /** Bytes that are committed and not yet folded into the file; a reader that stays open lets them grow. */
  logBytes(): number;
  /** Tells other processes where this one can be talked to; nothing where they can open the database themselves. */
  announce(url: string): void;
  /** Whether no other process can have it open for writing. */
  readonly isSoleOwner: boolean;
  readonly reserve: DiskReserve;
  /** For transactions that write. */
  readonly writer: Kysely<Tables>;
  /** For transactions that only read: they neither wait for a writer nor see what it has not committed. */
  readonly reader: Kysely<Tables>;
}
