import Database from 'better-sqlite3';
import { type DialectAdapter, Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { makeFolder } from '../../../runtime/make-folder.ts';
import type { Backend, DialectTraits } from '../backend.ts';
import { exactDialect, type InterceptStatement } from '../exact-dialect.ts';
import type { Tables } from '../tables.ts';
import { type SteadyConnection, steadyConnection } from './sqlite-connection.ts';
import { fileReserve } from './sqlite-reserve.ts';

const traits: DialectTraits = {
  types: { text: 'text', integer: 'integer', real: 'real', bytes: 'blob' },
  triggers: {
    refuse: ({ name, table, before, when, message }) =>
      trigger({ name, event: `before ${before}`, table, when, body: `select raise(abort, '${message}');` }),
    record: ({ name, table, after, when, statement }) =>
      trigger({ name, event: `after ${after}`, table, when, body: `${statement};` }),
  },
  tableSuffix: sql`strict`,
};

function trigger(parts: {
  name: string;
  event: string;
  table: string;
  when: string | undefined;
  body: string;
}): string[] {
  const { name, event, table, when, body } = parts;
  return [`create trigger ${name} ${event} on ${table}${when === undefined ? '' : ` when ${when}`} begin ${body} end`];
}

/**
 * SQLite makes tables in transactions as it does everything else, but Kysely's adapter says it cannot, and then a
 * process that dies in a migration leaves half of it behind.
 */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The folder of a database. One that is ours alone is kept out of a repository: it holds whole documents, and grows. */
function makeHome(folder: string): void {
  const made = makeFolder(folder, { mode: 0o700 });
  if (basename(folder) !== '.genglossary' || !made.includes(folder)) return;
  writeFileSync(join(folder, '.gitignore'), '*\n', { mode: 0o600 });
}

/** "GenG": marks the file as ours (the `application_id` of its header). */
const APPLICATION_ID = 0x47_65_6e_47;

/** A foreign writer would hold up the event loop for as long as we wait for it, so hardly at all. */
const BUSY_TIMEOUT_MS = 50;

/**
 * One file, one process that writes it. The process holds an exclusive lock on `<file>.lock` (an empty SQLite database,
 * because Node has no file locks of its own); the operating system frees it when the process dies, however it dies.
 * Inside the process: one writing connection and one reading one, which sees the last commit and waits for nobody.
 */
export function openSqlite(path: string, intercept?: InterceptStatement): Backend {
  const location = resolve(path);
  let writing: SteadyConnection | undefined;
  const explain = (error: unknown) => {
    // After an error of the disk the connection's picture of the file cannot be trusted.
    if (hasCode(error, /^SQLITE_IOERR/u)) writing?.renew();
    return explainSqlite(error, location);
  };
  try {
    makeHome(dirname(location));
    using opened = new DisposableStack();
    const lock = opened.adopt(takeLock(location), (database) => database.close());
    const connection = opened.adopt(
      steadyConnection(() => openWriting(location)),
      (database) => database.close(),
    );
    writing = connection;
    const dialectOf = (database: () => Promise<SqliteDatabase>) =>
      exactDialect(new TransactionalSqliteDialect({ database }), explain, intercept);
    const writer = new Kysely<Tables>({ dialect: dialectOf(async () => connection) });
    const openReading = () => new Database(location, { readonly: true });
    const reader = new Kysely<Tables>({ dialect: dialectOf(async () => steadyConnection(openReading)) });
    // Only for people and for commands that ask the owner something: the lock alone decides.
    const tell = (url: string) => writeFileSync(`${location}.owner`, `${process.pid} ${url}`.trim(), { mode: 0o600 });
    tell('');
    opened.move();
    return {
      location,
      traits,
      logBytes: () => statSync(`${location}-wal`, { throwIfNoEntry: false })?.size ?? 0,
      announce: tell,
      isSoleOwner: true,
      reserve: fileReserve(location),
      writer,
      reader,
      async [Symbol.asyncDispose]() {
        // The writing connection goes last, so that it folds the write-ahead log into the file.
        await reader.destroy();
        await writer.destroy();
        connection.close();
        rmSync(`${location}.owner`, { force: true });
        lock.close();
      },
    };
  } catch (error) {
    throw explain(error);
  }
}

/** Opens the file for reading only, also while another process writes it: no lock, no change, the last commit. */
export function openSqliteReader(path: string): Backend {
  const location = resolve(path);
  const explain = (error: unknown) => explainSqlite(error, location);
  try {
    const connection = steadyConnection(() => new Database(location, { readonly: true, fileMustExist: true }));
    const database = () => Promise.resolve(connection);
    const reader = new Kysely<Tables>({ dialect: exactDialect(new SqliteDialect({ database }), explain) });
    return {
      location,
      traits,
      logBytes: () => 0,
      announce: () => undefined,
      isSoleOwner: false,
      reserve: { release: () => undefined, restore: () => true },
      writer: reader,
      reader,
      [Symbol.asyncDispose]: () => reader.destroy(),
    };
  } catch (error) {
    throw explain(error);
  }
}

/** Who has a file open for writing. */
export interface StorageOwner {
  readonly pid: number;
  /** Of its server, where it is one. */
  readonly url?: string;
}

/** The process that has the file open for writing, as far as it is known. */
export function ownerOf(path: string): StorageOwner | undefined {
  try {
    const [pid, url] = readFileSync(`${resolve(path)}.owner`, 'utf8').split(' ');
    if (!Number.isSafeInteger(Number(pid)) || Number(pid) <= 0) return undefined;
    return { pid: Number(pid), ...(url === undefined ? {} : { url }) };
  } catch {
    return undefined;
  }
}

function takeLock(location: string): Database.Database {
  const path = `${location}.lock`;
  createPrivate(path);
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function openWriting(location: string): Database.Database {
  createPrivate(location);
  const database = new Database(location, { timeout: BUSY_TIMEOUT_MS });
  try {
    claim(database, location);
    database.pragma('journal_mode = wal');
    // What was answered as saved is saved, even when the power goes; it costs a few milliseconds per commit.
    database.pragma('synchronous = full');
    database.pragma('foreign_keys = on');
    database.pragma('temp_store = memory');
    database.pragma('journal_size_limit = 67108864');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Marks a new file as ours, and refuses a database of another program. */
function claim(database: Database.Database, location: string): void {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  if (database.prepare('select 1 from sqlite_schema limit 1').get() !== undefined) {
    throw unavailable(location, 'it is a database of another program');
  }
  database.pragma(`application_id = ${APPLICATION_ID}`);
}

/** Documents can be confidential: only their owner may read the file. SQLite gives its side files the same mode. */
function createPrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function explainSqlite(error: unknown, location: string): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new GlossaryError('storage/disk-full', `The disk is full: ${location} could not be written.`, {
      details: { path: location },
      cause: error,
    });
  }
  if (/^SQLITE_(?:BUSY|LOCKED)/u.test(code)) {
    return new GlossaryError('storage/in-use', `Another process has ${location} open for writing.`, {
      details: { path: location },
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new GlossaryError('storage/interrupted', `The disk failed while ${location} was used: ${code}.`, {
      details: { path: location, why: code },
      cause: error,
    });
  }
  const isBroken = /^SQLITE_(?:CANTOPEN|CORRUPT|NOTADB|READONLY|PERM|AUTH|PROTOCOL)/u.test(code);
  const isRefused = /^E(?:ACCES|PERM|ROFS|NOTDIR|ISDIR|EXIST|LOOP|NAMETOOLONG|NOENT|IO|MFILE|NFILE|DQUOT)$/u.test(code);
  return isBroken || isRefused ? unavailable(location, (error as Error).message, error) : error;
}

function unavailable(path: string, why: string, cause?: unknown): GlossaryError {
  return new GlossaryError('storage/unavailable', `The database ${path} cannot be used: ${why}.`, {
    details: { path, why },
    cause,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function hasCode(error: unknown, pattern: RegExp): boolean {
  return pattern.test(codeOf(error));
}
