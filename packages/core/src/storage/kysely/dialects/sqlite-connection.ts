import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

const CACHED_STATEMENTS = 200;

/**
 * A connection as Kysely sees it: keeps its prepared statements (parsing a wide insert costs more than running it), and
 * is opened anew for the next transaction after the disk failed under it.
 */
export interface SteadyConnection extends SqliteDatabase {
  /** The connection may be broken: the next transaction gets a fresh one. */
  renew(): void;
}

export function steadyConnection(open: () => Database.Database): SteadyConnection {
  let database = open();
  let isBroken = false;
  const statements = new Map<string, Database.Statement>();
  return {
    prepare(source) {
      if (isBroken && source.startsWith('begin')) {
        statements.clear();
        database.close();
        database = open();
        isBroken = false;
      }
      const statement = statements.get(source) ?? database.prepare(source);
      statements.delete(source);
      statements.set(source, statement);
      const [oldest] = statements.keys();
      if (statements.size > CACHED_STATEMENTS && oldest !== undefined) statements.delete(oldest);
      return statement;
    },
    close: () => database.close(),
    renew: () => {
      isBroken = true;
    },
  };
}
