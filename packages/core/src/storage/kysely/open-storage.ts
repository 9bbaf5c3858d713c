import { type Clock, systemClock } from '../../runtime/clock.ts';
import type { Storage, Stores } from '../storage.ts';
import { type Access, rootAccess } from './access.ts';
import type { Backend } from './backend.ts';
import { migrate } from './migrate.ts';
import { analysisStore } from './stores/analysis-store.ts';
import { conceptStore } from './stores/concept-store.ts';
import { documentStore } from './stores/document-store.ts';
import { glossaryStore } from './stores/glossary-store.ts';
import { issueStore } from './stores/issue-store.ts';
import { projectStore } from './stores/project-store.ts';
import { termListStore } from './stores/term-list-store.ts';

/** A file (SQLite; made when it is missing, with its folder), or a PostgreSQL database. */
export type StorageLocation = { readonly path: string } | { readonly url: string };

/**
 * Opens the place where projects are kept and brings it to this program's schema.
 *
 * @example
 * ```ts
 * await using storage = await openStorage({ path: '.genglossary/genglossary.db' });
 * const { id } = await storage.projects.ensure('Handbook');
 * ```
 * @throws `storage/in-use` when another process writes the file · `storage/newer-schema` · `storage/unavailable` when it
 * is damaged, no database of ours or cannot be reached · `storage/disk-full`
 */
export async function openStorage(
  location: StorageLocation,
  { clock = systemClock }: { readonly clock?: Clock } = {},
): Promise<Storage> {
  await using opened = new AsyncDisposableStack();
  const backend = opened.use(await openBackend(location));
  await migrate(backend);
  const access = rootAccess(backend);
  const owned = opened.move();
  return {
    ...storesOf(access, clock),
    location: backend.location,
    transaction: (work) => access.join((inner) => work(storesOf(inner, clock))),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Each driver is loaded only where it is used. */
async function openBackend(location: StorageLocation): Promise<Backend> {
  if ('path' in location) {
    const { openSqlite } = await import('./dialects/sqlite.ts');
    return openSqlite(location.path);
  }
  const { openPostgres } = await import('./dialects/postgres.ts');
  return openPostgres(location.url);
}

function storesOf(access: Access, clock: Clock): Stores {
  return {
    projects: projectStore(access, clock),
    documents: documentStore(access),
    analyses: analysisStore(access, clock),
    termLists: termListStore(access),
    concepts: conceptStore(access),
    issues: issueStore(access, clock),
    glossary: glossaryStore(access, clock),
  };
}
