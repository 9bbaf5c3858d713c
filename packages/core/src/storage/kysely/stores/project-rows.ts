import { type Kysely, sql } from 'kysely';
import type { ProjectId } from '../../../domain/index.ts';
import type { ProjectRow } from '../../project-stores.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';
import { copied } from './copy-project.ts';

/** What makes a project and can be moved: answers of models that runs may need again stay where they are. */
const moved = Object.entries(copied).filter(([table]) => table !== 'checkpoint');

/** Hands out every row that makes a project, table by table, each table in the order of its rows' texts. */
export async function readProjectRows(
  db: Kysely<Tables>,
  project: ProjectId,
  take: (row: ProjectRow) => Promise<void>,
): Promise<void> {
  for (const [table, columns] of moved) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const query = sql<ProjectRow['row']>`select ${names} from ${sql.table(table)} where project_id = ${project}`;
    const { rows } = await query.execute(db);
    // Databases disagree about the order of texts: sorted here, by what no two rows of a table have in common.
    const keyed = rows.map((row) => ({ key: keyOf(columns, row), row }));
    for (const { row } of keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))) {
      await take({ table, row: Object.fromEntries(columns.map((name) => [name, row[name] ?? null])) });
    }
  }
}

/** Writes rows that `readProjectRows` gave, into a project that has none. */
export async function writeProjectRows(
  db: Kysely<Tables>,
  project: ProjectId,
  rows: AsyncIterable<ProjectRow> | Iterable<ProjectRow>,
): Promise<void> {
  const known = new Map<string, readonly string[]>(moved);
  let waiting: ProjectRow['row'][] = [];
  let at = '';
  const flush = async () => {
    const columns = known.get(at) ?? [];
    const names = sql.join(['project_id', ...columns].map((column) => sql.ref(column)));
    for (const batch of batches(waiting, lengthOf)) {
      const values = batch.map((row) => sql`(${sql.join([project, ...columns.map((name) => row[name] ?? null)])})`);
      await sql`insert into ${sql.table(at)} (${names}) values ${sql.join(values)}`.execute(db);
    }
    waiting = [];
  };
  for await (const { table, row } of rows) {
    if (table !== at || waiting.length >= MOST_WAITING) {
      if (waiting.length > 0) await flush();
      at = table;
    }
    waiting.push(row);
  }
  if (waiting.length > 0) await flush();
}

const MOST_WAITING = 1000;

/** The first columns of a table tell its rows apart; texts and bytes are long and do not. */
function keyOf(columns: readonly string[], row: ProjectRow['row']): string {
  return JSON.stringify(columns.slice(0, 4).map((name) => (name === 'text' ? null : keyPart(row[name] ?? null))));
}

/** Numbers in their order, as texts. */
function keyPart(value: ProjectRow['row'][string]): string | null {
  if (typeof value !== 'number') return typeof value === 'string' ? value : null;
  return `${value < 0 ? '-' : '0'}${String(Math.abs(value)).padStart(16, '0')}`;
}

function lengthOf(row: ProjectRow['row']): number {
  let length = 0;
  for (const value of Object.values(row)) if (typeof value !== 'number' && value !== null) length += value.length;
  return length;
}
