import type { Change, ProjectId, RunId } from '../domain/index.ts';
import { type Clock, sleep } from '../runtime/clock.ts';
import type { Storage } from '../storage/storage.ts';
import type { ActionTools } from './action-tools.ts';
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';

/** Some changes, in order; `lastSeq` is where to go on from. */
export interface ChangesPage {
  readonly changes: readonly Change[];
  readonly lastSeq: number;
  /** Told where it became another one: the run that the project has now, or `null` where that is over. */
  readonly activeRun?: RunId | null;
}

export interface ChangeActions {
  /** The latest changes, latest first. @throws `storage/not-found` */
  recent(project: ProjectId, options?: { readonly limit?: number }): Promise<readonly Change[]>;
  /**
   * Every change after `after`, once and in order, first what is there, then live, until the signal ends it; what
   * happens from now on where `after` is not told. Between them, which run the project has. Nothing is lost between two followings that go on with `lastSeq`.
   *
   * @throws `storage/not-found` when the project is gone · the signal's reason
   */
  follow(
    project: ProjectId,
    options: { readonly after?: number; readonly signal: AbortSignal },
  ): AsyncGenerator<ChangesPage, void, void>;
}

/** Changes of a page. */
const PAGE_CHANGES = 100;
/** What another process changes is seen this late. */
const POLL_MS = 1000;
const RECENT = 50;
const MAX_RECENT = 500;

export function changeActions({ storage, clock }: ActionTools): ChangeActions {
  return {
    async recent(project, { limit = RECENT } = {}) {
      await requireProject(storage, project);
      const size = Math.min(Math.max(1, limit), MAX_RECENT);
      const last = (await storage.changes.last(project)) ?? 0;
      return (await storage.changes.page(project, { after: last - size, limit: size })).toReversed();
    },
    async *follow(project, { after, signal }) {
      signal.throwIfAborted();
      let cursor = after ?? (await lastOf(storage, project));
      let activeRun: RunId | null = null;
      for (;;) {
        signal.throwIfAborted();
        // Listens before it looks, so that nothing falls between.
        using listening = listen(storage, project);
        const changes = await storage.changes.page(project, { after: cursor, limit: PAGE_CHANGES });
        const last = changes.at(-1);
        if (last !== undefined) {
          cursor = last.seq;
          yield { changes, lastSeq: cursor };
          continue;
        }
        await lastOf(storage, project);
        const run = (await storage.runs.active(project))?.id ?? null;
        if (run !== activeRun) {
          activeRun = run;
          yield { changes: [], lastSeq: cursor, activeRun };
          continue;
        }
        await wait(listening.woken, clock, signal);
      }
    },
  };
}

async function lastOf({ changes }: Storage, project: ProjectId): Promise<number> {
  const last = await changes.last(project);
  if (last === undefined) throw notFound('project', project);
  return last;
}

function listen(storage: Storage, project: ProjectId): { readonly woken: Promise<void> } & Disposable {
  const { promise: woken, resolve } = Promise.withResolvers<void>();
  const listening = storage.onChange((changed) => {
    if (changed === project) resolve();
  });
  return { woken, [Symbol.dispose]: () => listening[Symbol.dispose]() };
}

/** One wait ends by a wake, by the poll, or by the signal, and leaves nothing behind. */
async function wait(woken: Promise<void>, clock: Clock, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([woken, sleep(clock, POLL_MS, stop.signal)]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    stop.abort();
  }
}
