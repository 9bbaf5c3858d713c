import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types as pgTypes } from 'pg';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Backend, DialectTraits } from '../backend.ts';
import { exactDialect, type InterceptStatement } from '../exact-dialect.ts';
import type { Tables } from '../tables.ts';

const traits: DialectTraits = {
  types: { text: 'text', integer: 'bigint', real: 'double precision', bytes: 'bytea' },
  leaseClock: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  triggers: {
    refuse: ({ name, table, before, when, message }) =>
      trigger({ name, event: `before ${before}`, table, when, body: `raise exception '${message}'; return null;` }),
    record: ({ name, table, after, when, statement }) =>
      trigger({ name, event: `after ${after}`, table, when, body: `${statement}; return null;` }),
  },
};

interface TriggerParts {
  readonly name: string;
  readonly event: string;
  readonly table: string;
  readonly when: string | undefined;
  readonly body: string;
}

function trigger({ name, event, table, when, body }: TriggerParts): string[] {
  const condition = when === undefined ? '' : ` when (${when})`;
  return [
    `create function ${name}() returns trigger language plpgsql as $$ begin ${body} end $$`,
    `create trigger ${name} ${event} on ${table} for each row${condition} execute function ${name}()`,
  ];
}

const CONNECTIONS = 8;

/** `int8`, which arrives as text because it could be larger than a number holds exactly; ours never is. */
const INT8 = pgTypes.builtins.INT8;

/** A database that any number of processes share: PostgreSQL itself keeps their transactions apart. */
export function openPostgres(url: string, intercept?: InterceptStatement): Backend {
  const location = withoutPassword(url);
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pgTypes.getTypeParser(oid, format)) },
  });
  // A connection that breaks, at rest or between two statements, is replaced; unheard, its error would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = exactDialect(new PostgresDialect({ pool }), (error) => explainPostgres(error, location), intercept);
  const db = new Kysely<Tables>({ dialect });
  return {
    location,
    traits,
    logBytes: () => 0,
    announce: () => undefined,
    isSoleOwner: false,
    // The server's disk is not ours to keep room on.
    reserve: { release: () => undefined, restore: () => true },
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
  // Serialization failures and deadlocks (class 40), connections that broke (class 08, 57P0x, the network's own).
  const isPassing =
    /^(?:40|08|57P0)/u.test(code) ||
    /^E(?:CONNRESET|CONNREFUSED|PIPE|TIMEDOUT|HOSTUNREACH)$/u.test(code) ||
    // The driver's own words carry no code.
    /Connection terminated|not queryable|Client was closed/u.test(error.message);
  if (isPassing) {
    return new GlossaryError('storage/interrupted', `The database ${location} could not finish a statement: ${code}.`, {
      details: { path: location, why: error.message },
      cause: error,
    });
  }
  // Refused log-ins, no such database, damaged data; and the network's own.
  const isUnavailable = /^(?:28|3D|57P|58|XX|53)/u.test(code) || /^E[A-Z]+$/u.test(code);
  if (!isUnavailable) return error;
  const why = error.message === '' ? code : error.message;
  return new GlossaryError('storage/unavailable', `The database ${location} cannot be used: ${why}.`, {
    details: { path: location, why },
    cause: error,
  });
}
