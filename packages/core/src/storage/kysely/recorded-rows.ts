import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ChangedNoun, Touched } from '../../domain/index.ts';
import { batches } from './batches.ts';
import type { Tables } from './tables.ts';

type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * Tables whose rows people make. Everything that people do is a write of such rows, and nothing else writes them but
 * through here: so every change knows what it replaced, and taking it back is putting that back.
 */
const recorded = {
  project: {
    key: ['id'],
    columns: ['name', 'language', 'subject', 'archived_at', 'trashed_at', 'trashed_name'],
  },
  document: {
    key: ['project_id', 'id'],
    columns: ['name', 'format', 'encoding', 'content_hash', 'length', 'updated_at', 'trashed_at', 'origin'],
  },
  term_rule: { key: ['project_id', 'list', 'position'], columns: ['pattern', 'note'] },
  issue_decision: {
    key: ['project_id', 'issue_id'],
    columns: ['state', 'decided_at', 'reason', 'note', 'basis'],
  },
  entry_edit: {
    key: ['project_id', 'concept_id'],
    columns: [
      'language',
      'designations',
      'occurrences',
      'note',
      'locked',
      'removed',
      'removed_at',
      'merged_into',
      'revision',
    ],
  },
  definition: {
    key: ['project_id', 'concept_id', 'author', 'revision'],
    columns: ['state', 'confidence', 'reason', 'statements'],
  },
  relation_decision: { key: ['project_id', 'concept_id', 'kind', 'target'], columns: ['state', 'evidence'] },
  category: { key: ['project_id', 'id'], columns: ['name', 'colour', 'position'] },
  term_category: { key: ['project_id', 'concept_id'], columns: ['category_id'] },
  settled: { key: ['project_id', 'kind', 'subject'], columns: ['basis'] },
  project_settings: { key: ['project_id'], columns: ['settings'] },
} as const satisfies Readonly<
  Partial<Record<keyof Tables, { readonly key: readonly string[]; readonly columns: readonly string[] }>>
>;

export type RecordedTable = keyof typeof recorded;
type Key<Table extends RecordedTable> = (typeof recorded)[Table]['key'][number];
type Column<Table extends RecordedTable> = (typeof recorded)[Table]['columns'][number];

/** What a row is to be; `undefined`: gone. Columns that are not named stay as they are, or are null. */
export interface RowWrite<Table extends RecordedTable = RecordedTable> {
  readonly key: Readonly<Record<Key<Table>, string | number>>;
  readonly row: Readonly<Partial<Record<Column<Table>, Value>>> | undefined;
}

/** A row before and after a change; `null`: there was none. */
export interface RowImage {
  readonly table: RecordedTable;
  readonly key: Row;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Gathers the rows that one change wrote. */
export class Recorder {
  readonly #images = new Map<string, RowImage>();
  readonly #touched: Touched[] = [];

  note(image: RowImage): void {
    const id = JSON.stringify([image.table, Object.values(image.key)]);
    const first = this.#images.get(id);
    const whole = first === undefined ? image : { ...image, before: first.before };
    if (isSame(whole.before, whole.after)) this.#images.delete(id);
    else this.#images.set(id, whole);
  }

  /** Something was made that is not one of the recorded rows: the change is told, and cannot be taken back. */
  touch(noun: ChangedNoun, id: string): void {
    this.#touched.push({ noun, ids: [id] });
  }

  get touched(): readonly Touched[] {
    return this.#touched;
  }

  /** In the order of their first writes. */
  get images(): readonly RowImage[] {
    return [...this.#images.values()];
  }
}

/** Writes rows and tells the recorder, if there is one, what they were. Rows that stay the same are not written. */
export async function writeRows<Table extends RecordedTable>(
  { db, recorder }: { readonly db: Kysely<Tables>; readonly recorder: Recorder | undefined },
  table: Table,
  writes: readonly RowWrite<Table>[],
): Promise<void> {
  const { columns } = recorded[table];
  const keys = writes.map(({ key }) => key as Row);
  const stored = await readRows(db, table, keys);
  const removed: Row[] = [];
  const inserted: Row[] = [];
  for (const [index, { row: given }] of writes.entries()) {
    const key = keyOf(table, keys[index] ?? {});
    const before = stored.get(identity(table, key)) ?? null;
    const named = given as Row | undefined;
    const after =
      named === undefined
        ? null
        : Object.fromEntries(
            columns.map((name) => [name, name in named ? (named[name] ?? null) : (before?.[name] ?? null)]),
          );
    if (isSame(before, after)) continue;
    recorder?.note({ table, key, before, after });
    if (after === null) removed.push(key);
    else if (before === null) inserted.push({ ...key, ...after });
    else {
      const values = sql.join(Object.entries(after).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
      await sql`update ${sql.table(table)} set ${values} where ${matching(key)}`.execute(db);
    }
  }
  for (const batch of groups(table, removed)) {
    await sql`delete from ${sql.table(table)} where ${amongst(table, batch)}`.execute(db);
  }
  for (const batch of batches(inserted, lengthOf)) {
    const names = Object.keys(batch[0] ?? {});
    const rows = batch.map((row) => sql`(${sql.join(names.map((name) => row[name] ?? null))})`);
    await sql`insert into ${sql.table(table)} (${refs(names)}) values ${sql.join(rows)}`.execute(db);
  }
}

/** What the rows are now, in the order of the keys. */
export async function currentRows(
  db: Kysely<Tables>,
  table: RecordedTable,
  keys: readonly Row[],
): Promise<(Row | null)[]> {
  const stored = await readRows(db, table, keys);
  return keys.map((key) => stored.get(identity(table, key)) ?? null);
}

export function isSame(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.keys(a).every((name) => a[name] === (b[name] ?? null));
}

async function readRows(db: Kysely<Tables>, table: RecordedTable, keys: readonly Row[]): Promise<Map<string, Row>> {
  const { key: names, columns } = recorded[table];
  const found = new Map<string, Row>();
  for (const batch of groups(table, keys)) {
    const query = sql<Row>`select ${refs([...names, ...columns])} from ${sql.table(table)} where ${amongst(table, batch)}`;
    for (const row of (await query.execute(db)).rows) {
      found.set(identity(table, row), Object.fromEntries(columns.map((name) => [name, row[name] ?? null])));
    }
  }
  return found;
}

/** Keys that differ only in their last column go into one statement. */
function* groups(table: RecordedTable, keys: readonly Row[]): Generator<Row[]> {
  const names = recorded[table].key;
  const leading = (key: Row) => JSON.stringify(names.slice(0, -1).map((name) => key[name]));
  for (const group of Map.groupBy(keys, leading).values()) yield* batches(group);
}

function keyOf(table: RecordedTable, row: Row): Row {
  return Object.fromEntries(recorded[table].key.map((name) => [name, row[name] ?? null]));
}

function identity(table: RecordedTable, row: Row): string {
  return JSON.stringify(recorded[table].key.map((name) => row[name]));
}

function lengthOf(row: Row): number {
  let length = 0;
  for (const value of Object.values(row)) if (typeof value === 'string') length += value.length;
  return length;
}

function refs(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}

function matching(key: Row): RawBuilder<unknown> {
  const conditions = Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  return sql.join(conditions, sql` and `);
}

/** Keys of one group. */
function amongst(table: RecordedTable, keys: readonly Row[]): RawBuilder<unknown> {
  const names = recorded[table].key;
  const last = names.at(-1) ?? '';
  const leading = names.slice(0, -1).map((name) => [name, keys[0]?.[name] ?? null] as const);
  const values = sql.join(keys.map((key) => key[last] ?? null));
  const condition = sql`${sql.ref(last)} in (${values})`;
  return leading.length === 0 ? condition : sql`${matching(Object.fromEntries(leading))} and ${condition}`;
}
