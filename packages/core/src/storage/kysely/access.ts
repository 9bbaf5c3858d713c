import type { Kysely, Transaction } from 'kysely';
import assert from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Backend } from './backend.ts';
import type { Tables } from './tables.ts';

/** How a store reaches the tables: it does not know whether it takes part in a larger transaction. */
export interface Access {
  /** One snapshot: everything that `work` reads was true at the same moment. */
  readonly read: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** All of `work`, or nothing. */
  readonly write: <T>(work: (db: Transaction<Tables>) => Promise<T>) => Promise<T>;
}

/** Access of the storage itself: each call is a transaction; `join` makes several calls one. */
export interface RootAccess extends Access {
  readonly join: <T>(work: (access: Access) => Promise<T>) => Promise<T>;
}

export function rootAccess({ writer, reader }: Pick<Backend, 'writer' | 'reader'>): RootAccess {
  // Only to turn a mistake into an error: the outer access inside a transaction would wait for that transaction's end.
  const joined = new AsyncLocalStorage<{ isOver: boolean }>();
  const assertOutside = () =>
    assert(joined.getStore()?.isOver ?? true, 'the storage was used inside its own transaction: use the stores given');

  return {
    read: async (work) => {
      assertOutside();
      return reader.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
    },
    write: async (work) => {
      assertOutside();
      return writer.transaction().execute(work);
    },
    join: async (work) => {
      assertOutside();
      const state = { isOver: false };
      return writer.transaction().execute(async (db) => {
        try {
          return await joined.run(state, () => work({ read: (inner) => inner(db), write: (inner) => inner(db) }));
        } finally {
          state.isOver = true;
        }
      });
    },
  };
}
