import { type Kysely, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { GlossaryError } from '../../errors/glossary-error.ts';
import type { Backend, DialectTraits } from './backend.ts';
import { runs } from './migrations/2026_11_22_runs.ts';
import { work } from './migrations/2026_11_23_work.ts';
import { settings } from './migrations/2026_11_24_settings.ts';
import { calls } from './migrations/2026_11_25_calls.ts';
import { categories } from './migrations/2026_11_26_categories.ts';
import { settled } from './migrations/2026_11_27_settled.ts';
import { origins } from './migrations/2026_11_28_origins.ts';
import { issueEvidence } from './migrations/2026_11_29_issue_evidence.ts';
import { runOutcomes } from './migrations/2026_11_30_run_outcomes.ts';
import { glossaryBasis } from './migrations/2026_12_01_glossary_basis.ts';
import { runOutcomeNames } from './migrations/2026_12_02_run_outcome_names.ts';
import { start } from './migrations/2026_11_21_start.ts';
import type { Tables } from './tables.ts';

/** Every schema change ever released, in the order of their names. */
const migrations: Readonly<Record<string, (traits: DialectTraits) => Migration>> = {
  '2026_11_21_start': start,
  '2026_11_22_runs': runs,
  '2026_11_23_work': work,
  '2026_11_24_settings': settings,
  '2026_11_25_calls': calls,
  '2026_11_26_categories': categories,
  '2026_11_27_settled': settled,
  '2026_11_28_origins': origins,
  '2026_11_29_issue_evidence': issueEvidence,
  '2026_11_30_run_outcomes': runOutcomes,
  '2026_12_01_glossary_basis': glossaryBasis,
  '2026_12_02_run_outcome_names': runOutcomeNames,
};

/**
 * Brings the database to the schema of this program; a database that is there already is only looked at.
 * @throws `storage/newer-schema` before anything is changed, when a newer program wrote it
 */
export async function migrate({ writer, traits, location }: Backend): Promise<void> {
  const migrator = new Migrator({
    db: writer,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(migrations).map(([name, make]) => [name, make(traits)])),
    },
    nameComparator: (a, b) => (a < b ? -1 : Number(a > b)),
  });
  const executed = await executedMigrations(writer);
  refuseNewer(executed, location);
  if (executed.length === Object.keys(migrations).length) return;
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Looks whether a database that is only read has the schema of this program.
 * @throws `storage/newer-schema` · `storage/unavailable` when an older program wrote it, or when it is empty
 */
export async function requireSchema({ reader, location }: Backend): Promise<void> {
  const executed = await executedMigrations(reader);
  refuseNewer(executed, location);
  if (executed.length === Object.keys(migrations).length) return;
  const why = 'it is of an older version; the next build brings it up to date';
  throw new GlossaryError('storage/unavailable', `The database ${location} cannot be read: ${why}.`, {
    details: { path: location, why },
  });
}

function refuseNewer(executed: readonly string[], location: string): void {
  if (executed.every((name) => Object.hasOwn(migrations, name))) return;
  throw new GlossaryError('storage/newer-schema', `The database ${location} was written by a newer version.`, {
    details: { path: location },
  });
}

async function executedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}
