import { setTimeout as sleep } from 'node:timers/promises';
import { GlossaryError, type Storage } from '@genglossary/core';
import type { Change, ProjectId } from '@genglossary/core/domain';

export interface ChangesPage {
  readonly changes: readonly Change[];
  /** Number of the last change in it: where to go on from. */
  readonly lastSeq: number;
}

const PAGE = 200;
/** A change that another process made is seen this much later. */
const POLL_MS = 2000;

/**
 * The changes of a project after `after`, in order, then live, for ever. Without `after` it begins now, with a page
 * that has no changes and says where "now" is.
 *
 * @throws `storage/not-found` when the project is gone
 */
export async function* followChanges(
  { changes, onChange }: Pick<Storage, 'changes' | 'onChange'>,
  project: ProjectId,
  { after, signal }: { readonly after: number | undefined; readonly signal: AbortSignal },
): AsyncGenerator<ChangesPage, void, void> {
  const last = await changes.last(project);
  if (last === undefined) {
    throw new GlossaryError('storage/not-found', `There is no project ${project}.`, {
      details: { what: 'project', id: project },
    });
  }
  let cursor = Math.min(after ?? last, last);
  let woken = Promise.withResolvers<void>();
  const listening = onChange((changed) => {
    if (changed === project) woken.resolve();
  });
  try {
    if (after === undefined) yield { changes: [], lastSeq: cursor };
    for (;;) {
      signal.throwIfAborted();
      const page = await changes.page(project, { after: cursor, limit: PAGE });
      const newest = page.at(-1);
      if (newest !== undefined) {
        cursor = newest.seq;
        yield { changes: page, lastSeq: cursor };
        continue;
      }
      const waiting = new AbortController();
      const stop = () => waiting.abort();
      signal.addEventListener('abort', stop, { once: true });
      try {
        const polled = sleep(POLL_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
        await Promise.race([woken.promise, polled]);
      } finally {
        signal.removeEventListener('abort', stop);
        waiting.abort();
      }
      woken = Promise.withResolvers();
    }
  } finally {
    listening[Symbol.dispose]();
  }
}
