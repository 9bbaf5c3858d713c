import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types as pgTypes } from 'pg';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Backend, DialectTraits } from '../backend.ts';
import { exactDialect } from '../exact-dialect.ts';
import type { Tables } from '../tables.ts';

const traits: DialectTraits = {
  types: { text: 'text', integer: 'bigint', real: 'double precision', bytes: 'bytea' },
};

const CONNECTIONS = 8;

/** `int8`, which arrives as text because it could be larger than a number holds exactly; ours never is. */
const INT8 = pgTypes.builtins.INT8;

/** A database that any number of processes share: PostgreSQL itself keeps their transactions apart. */
export function openPostgres(url: string): Backend {
  const location = withoutPassword(url);
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pgTypes.getTypeParser(oid, format)) },
  });
  // A connection that breaks while it rests is replaced; unheard, its error would end the process.
  pool.on('error', () => undefined);
  const dialect = exactDialect(new PostgresDialect({ pool }), (error) => explainPostgres(error, location));
  const db = new Kysely<Tables>({ dialect });
  return {
    location,
    traits,
    writer: db,
    reader: db,
    async [Symbol.asyncDispose]() {
      await db.destroy();
    },
  };
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  shown.search = '';
  return shown.href;
}

function explainPostgres(error: unknown, location: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === '53100') {
    return new GlossaryError('storage/disk-full', `The disk of ${location} is full.`, {
      details: { path: location },
      cause: error,
    });
  }
  // Connection exceptions, refused log-ins, no such database, server shutting down, damaged data; and the network's own.
  const isUnavailable =
    /^(?:08|28|3D|57P|58|XX|53)/u.test(code) ||
    /^E[A-Z]+$/u.test(code) ||
    error.message.includes('Connection terminated');
  if (!isUnavailable) return error;
  const why = error.message === '' ? code : error.message;
  return new GlossaryError('storage/unavailable', `The database ${location} cannot be used: ${why}.`, {
    details: { path: location, why },
    cause: error,
  });
}
