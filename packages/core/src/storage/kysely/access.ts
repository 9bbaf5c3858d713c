import type { Kysely, Transaction } from 'kysely';
import assert from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ProjectId } from '../../domain/index.ts';
import type { Backend } from './backend.ts';
import type { Recorder } from './recorded-rows.ts';
import type { Tables } from './tables.ts';

/** How a store reaches the tables: it does not know whether it takes part in a larger transaction. */
export interface Access {
  /** One snapshot: everything that `work` reads was true at the same moment. */
  readonly read: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** All of `work`, or nothing. */
  readonly write: <T>(work: (db: Transaction<Tables>) => Promise<T>) => Promise<T>;
  /** Hears of a project that changed; others are told once it is committed. */
  readonly changed: (project: ProjectId) => void;
  /** Gathers the rows of a change, inside one. */
  readonly recorder?: Recorder;
}

/** Access of the storage itself: each call is a transaction; `join` makes several calls one. */
export interface RootAccess extends Access {
  readonly join: <T>(work: (access: Access, db: Transaction<Tables>) => Promise<T>) => Promise<T>;
}

export function rootAccess(
  { writer, reader }: Pick<Backend, 'writer' | 'reader'>,
  onCommitted: (project: ProjectId) => void,
): RootAccess {
  // Only to turn a mistake into an error: the outer access inside a transaction would wait for that transaction's end.
  const joined = new AsyncLocalStorage<{ isOver: boolean }>();
  const assertOutside = () =>
    assert(joined.getStore()?.isOver ?? true, 'the storage was used inside its own transaction: use the stores given');
  /** Changed by single writes that have not been told yet. */
  const waiting = new Set<ProjectId>();
  const tell = (projects: Set<ProjectId>) => {
    const told = [...projects];
    projects.clear();
    for (const project of told) onCommitted(project);
  };

  return {
    changed: (project) => void waiting.add(project),
    read: async (work) => {
      assertOutside();
      return reader.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
    },
    write: async (work) => {
      assertOutside();
      const value = await writer.transaction().execute(work);
      tell(waiting);
      return value;
    },
    join: async (work) => {
      assertOutside();
      const state = { isOver: false };
      const changed = new Set<ProjectId>();
      const value = await writer.transaction().execute(async (db) => {
        const access: Access = {
          read: (inner) => inner(db),
          write: (inner) => inner(db),
          changed: (project) => void changed.add(project),
        };
        try {
          return await joined.run(state, () => work(access, db));
        } finally {
          state.isOver = true;
        }
      });
      tell(changed);
      return value;
    },
  };
}
