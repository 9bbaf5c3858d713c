import type { ChangeKind, Done, ProjectId, RunId } from '../domain/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { IdSource } from '../runtime/id-source.ts';
import type { Storage, Stores } from '../storage/storage.ts';

/** What actions need of the runs: a project that is thrown away works no longer. */
export interface RunCanceller {
  cancel(run: RunId): Promise<unknown>;
}

/** What starts the runs that are wished for. */
export interface WishKeeper {
  look(project: ProjectId): void;
}

export interface ActionTools {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly runs?: RunCanceller;
  /** Without one, wishes wait for a process that has one. */
  readonly queue?: WishKeeper;
}

/** So long can a change be taken back. */
export const UNDO_MS = 24 * 60 * 60 * 1000;

/** So long stays what was thrown away. */
export const TRASH_MS = 30 * 24 * 60 * 60 * 1000;

/** So long can a planned import be applied. */
export const PLAN_MS = 24 * 60 * 60 * 1000;

/** Makes one change of a project, which its undo token takes back. */
export function perform<T>(
  { storage, clock, ids }: ActionTools,
  { project, kind }: { readonly project: ProjectId; readonly kind: ChangeKind },
  work: (stores: Stores) => Promise<T>,
): Promise<Done<T>> {
  const undo = { token: ids(), until: clock.now() + UNDO_MS };
  return storage.change(project, { kind, undo }, work);
}
