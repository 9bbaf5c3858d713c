import { type Clock, systemClock } from '../../runtime/clock.ts';
import type { ProjectId } from '../../domain/index.ts';
import type { Storage, Stores } from '../storage.ts';
import { sql } from 'kysely';
import { type Access, rootAccess } from './access.ts';
import { appendChange, lockProject, touchedBy } from './append-change.ts';
import type { Backend } from './backend.ts';
import type { StorageOwner } from './dialects/sqlite.ts';
import type { InterceptStatement } from './exact-dialect.ts';
import { migrate, requireSchema } from './migrate.ts';
import { Recorder } from './recorded-rows.ts';
import { analysisStore } from './stores/analysis-store.ts';
import { callStore } from './stores/call-store.ts';
import { categoryStore } from './stores/category-store.ts';
import { changeStore } from './stores/change-store.ts';
import { checkpointStore } from './stores/checkpoint-store.ts';
import { conceptStore } from './stores/concept-store.ts';
import { documentStore } from './stores/document-store.ts';
import { glossaryStore } from './stores/glossary-store.ts';
import { importPlanStore } from './stores/import-plan-store.ts';
import { issueStore } from './stores/issue-store.ts';
import { journalStore } from './stores/journal-store.ts';
import { projectStore } from './stores/project-store.ts';
import { notFound } from './stores/require-project.ts';
import { runOutcomeStore } from './stores/run-outcome-store.ts';
import { type RunTimes, runStore } from './stores/run-store.ts';
import { settledStore } from './stores/settled-store.ts';
import { settingsStore } from './stores/settings-store.ts';
import { termListStore } from './stores/term-list-store.ts';
import { termStore } from './stores/term-store.ts';
import { wantedRunStore } from './stores/wanted-run-store.ts';
import { versionStore } from './stores/version-store.ts';

/** A file (SQLite; made when it is missing, with its folder), or a PostgreSQL database. */
export type StorageLocation = { readonly path: string } | { readonly url: string };

export interface StorageOptions {
  readonly clock?: Clock;
  /** Called before each statement and each commit; what it throws is what the database would have thrown. For fault tests. */
  readonly intercept?: InterceptStatement;
}

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
  { clock, intercept }: StorageOptions = {},
): Promise<Storage> {
  await using opened = new AsyncDisposableStack();
  const backend = opened.use(await openBackend(location, intercept));
  await migrate(backend);
  return storageOf(backend, timesOf(backend, clock), opened.move());
}

function storageOf(backend: Backend, times: RunTimes, owned: AsyncDisposableStack): Storage {
  const listeners = new Set<(project: ProjectId) => void>();
  const access = rootAccess(backend, (project) => {
    for (const listener of listeners) listener(project);
  });
  return {
    ...storesOf(access, times),
    location: backend.location,
    logBytes: () => backend.logBytes(),
    announce: (url) => backend.announce(url),
    isSoleOwner: backend.isSoleOwner,
    reserve: backend.reserve,
    transaction: (work) => access.join((inner) => work(storesOf(inner, times))),
    change: (project, { kind, undo, undoes, evenTrashed = false }, work) =>
      access.join(async (inner, db) => {
        const { isTrashed } = await lockProject(db, project);
        if (isTrashed && !evenTrashed) throw notFound('project', project);
        const recorder = new Recorder();
        const value = await work(storesOf({ ...inner, recorder }, times));
        const { images, touched } = recorder;
        if (images.length === 0 && touched.length === 0) return { value };
        // What is not made of rows stays.
        const token = images.length === 0 ? undefined : undo;
        const change = await appendChange(db, project, {
          kind,
          author: 'person',
          at: times.clock.now(),
          touched: [...touchedBy(images), ...touched],
          ...(images.length === 0 ? {} : { images }),
          ...(token === undefined ? {} : { undo: token }),
          ...(undoes === undefined ? {} : { undoes }),
        });
        inner.changed(project);
        return { value, change, ...(token === undefined ? {} : { undo: token }) };
      }),
    onChange(listener) {
      // Wrapped, so that the same function given twice is two listeners.
      const own = (project: ProjectId) => listener(project);
      listeners.add(own);
      return { [Symbol.dispose]: () => void listeners.delete(own) };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A given clock also decides about leases: that is how tests hold time still. */
function timesOf({ traits }: Backend, clock: Clock | undefined): RunTimes {
  const { leaseClock } = traits;
  if (clock === undefined && leaseClock !== undefined) return { clock: systemClock, leaseNow: () => leaseClock };
  const chosen = clock ?? systemClock;
  return { clock: chosen, leaseNow: () => sql<number>`cast(${chosen.now()} as bigint)` };
}

/**
 * Opens a SQLite file for reading, also while another process works with it: what that process has saved is seen, and
 * every method that writes fails.
 * @throws `storage/unavailable` when there is no such file or it is none of ours · `storage/newer-schema`
 */
export async function openStorageReader({ path }: { readonly path: string }): Promise<Storage> {
  await using opened = new AsyncDisposableStack();
  const { openSqliteReader } = await import('./dialects/sqlite.ts');
  const backend = opened.use(openSqliteReader(path));
  await requireSchema(backend);
  return storageOf(backend, timesOf(backend, undefined), opened.move());
}

/** The process that has a SQLite file open for writing, as far as it is known. */
export async function ownerOfStorage({ path }: { readonly path: string }): Promise<StorageOwner | undefined> {
  const { ownerOf } = await import('./dialects/sqlite.ts');
  return ownerOf(path);
}

/** Each driver is loaded only where it is used. */
async function openBackend(location: StorageLocation, intercept?: InterceptStatement): Promise<Backend> {
  if ('path' in location) {
    const { openSqlite } = await import('./dialects/sqlite.ts');
    return openSqlite(location.path, intercept);
  }
  const { openPostgres } = await import('./dialects/postgres.ts');
  return openPostgres(location.url, intercept);
}

function storesOf(access: Access, times: RunTimes): Stores {
  const { clock } = times;
  return {
    projects: projectStore(access, clock),
    changes: changeStore(access, clock),
    documents: documentStore(access, clock),
    analyses: analysisStore(access, clock),
    terms: termStore(access, clock),
    termLists: termListStore(access),
    categories: categoryStore(access),
    concepts: conceptStore(access),
    issues: issueStore(access, clock),
    glossary: glossaryStore(access, clock),
    settled: settledStore(access),
    versions: versionStore(access, clock),
    settings: settingsStore(access),
    wantedRuns: wantedRunStore(access),
    importPlans: importPlanStore(access, clock),
    runs: runStore(access, times),
    runOutcomes: runOutcomeStore(access),
    journals: journalStore(access),
    calls: callStore(access),
    checkpoints: checkpointStore(access, clock),
  };
}
