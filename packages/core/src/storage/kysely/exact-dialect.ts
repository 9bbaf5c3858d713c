import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import { createBreather } from '../../runtime/breathe.ts';
import { decodeText, encodeText } from './exact-text.ts';

/**
 * Sees every statement, and the `begin`, `commit` and `committed` around transactions, before the database does (after
 * it, for `committed`). It may wait, and what it throws counts as the database's own error.
 */
export type InterceptStatement = (statement: string) => Promise<void> | void;

/**
 * A dialect that keeps every JavaScript string exactly (`exact-text.ts`) and turns the database's errors into coded
 * ones. It sits at the one place that every statement passes, so no store can forget it.
 */
export function exactDialect(
  dialect: Dialect,
  explain: (error: unknown) => unknown,
  intercept: InterceptStatement = () => undefined,
): Dialect {
  return {
    createDriver: () => new ExactDriver(dialect.createDriver(), explain, intercept),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

type Breathing = ReturnType<typeof createBreather>;

class ExactDriver implements Driver {
  readonly #inner: Driver;
  readonly #explain: (error: unknown) => unknown;
  readonly #intercept: InterceptStatement;
  /** SQLite works in this thread: a transaction of a thousand short statements would leave no turn to anybody. */
  readonly #breathing = createBreather();

  constructor(inner: Driver, explain: (error: unknown) => unknown, intercept: InterceptStatement) {
    this.#inner = inner;
    this.#explain = explain;
    this.#intercept = intercept;
  }

  init(): Promise<void> {
    return this.#explained(() => this.#inner.init());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new ExactConnection(
      await this.#explained(() => this.#inner.acquireConnection()),
      this.#explain,
      this.#intercept,
      this.#breathing,
    );
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#explained(async () => {
      await this.#intercept('begin');
      await this.#inner.beginTransaction(innerOf(connection), settings);
    });
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#explained(async () => {
      await this.#intercept('commit');
      await this.#inner.commitTransaction(innerOf(connection));
      await this.#intercept('committed');
    });
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk makes SQLite roll back by itself, and "no transaction is active" would then hide the reason.
    await this.#inner.rollbackTransaction(innerOf(connection)).catch(() => undefined);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#inner.releaseConnection(innerOf(connection));
  }

  destroy(): Promise<void> {
    return this.#inner.destroy();
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#explain(error);
    }
  }
}

class ExactConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #explain: (error: unknown) => unknown;
  readonly #intercept: InterceptStatement;
  readonly #breathing: Breathing;

  constructor(
    inner: DatabaseConnection,
    explain: (error: unknown) => unknown,
    intercept: InterceptStatement,
    breathing: Breathing,
  ) {
    this.inner = inner;
    this.#explain = explain;
    this.#intercept = intercept;
    this.#breathing = breathing;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const parameters = query.parameters.map((value) => (typeof value === 'string' ? encodeText(value) : value));
    try {
      await this.#intercept(query.sql);
      return await this.#breathing(async () => {
        const result = await this.inner.executeQuery<Row>({ ...query, parameters });
        for (const row of result.rows) decodeRow(row as Record<string, unknown>);
        return result;
      });
    } catch (error) {
      throw this.#explain(error);
    }
  }

  // Open cursors pin the write-ahead log, so nothing streams: stores read pages.
  // oxlint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming a query is not supported: read pages.');
  }
}

function decodeRow(row: Record<string, unknown>): void {
  for (const column in row) {
    const value = row[column];
    if (typeof value === 'string') row[column] = decodeText(value);
  }
}

function innerOf(connection: DatabaseConnection): DatabaseConnection {
  return (connection as ExactConnection).inner;
}
