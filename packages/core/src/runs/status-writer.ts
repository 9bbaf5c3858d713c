import type { Run, TerminalStatus } from '../domain/index.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import { type Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Points } from '../runtime/points.ts';
import type { Finish, Moved } from '../storage/run-stores.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import type { Journal } from './journal.ts';
import { type RetryPolicy, retryWrites } from './retry-writes.ts';

/** People hear that an end is not saved when it has not been for so long. */
const TELL_AFTER_MS = 2000;

export interface StatusWriterTools {
  readonly storage: Storage;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly points: Points;
  /** Without a limit unless one is set. */
  readonly policy: RetryPolicy;
}

/**
 * Saves the end of an attempt: the results, the status and the last event in one transaction, tried again for as long as
 * the database cannot be written. What is told afterwards is the row that the database answered.
 *
 * @returns the row as it is stored, whoever wrote it; `undefined` when the run is gone
 * @throws what cannot be cured by trying again · the limit of the policy was reached
 */
export async function saveEnd(
  finish: Finish & { readonly save?: ((stores: Stores) => Promise<void>) | undefined },
  tools: StatusWriterTools,
): Promise<Run | undefined> {
  const { save, ...end } = finish;
  const { storage, points } = tools;
  await points.reach('before:finish', end.id);
  const moved = await saveStatus(
    end,
    () =>
      storage.transaction(async (stores): Promise<Moved> => {
        const ended = await stores.runs.finish(end);
        // Whoever lost the run saves nothing.
        if (ended.kind === 'moved') await save?.(stores);
        return ended;
      }),
    tools,
  );
  await points.reach('after:finish', end.id);
  return moved.kind === 'not-found' ? undefined : moved.run;
}

/** Retries a change of status, and tells followers, operators and the log while it is not saved. */
export async function saveStatus<T>(
  { id, attempt, status }: { readonly id: Run['id']; readonly attempt: number; readonly status?: TerminalStatus },
  write: () => Promise<T>,
  { journal, clock, logger, metrics, policy }: Omit<StatusWriterTools, 'points' | 'storage'>,
): Promise<T> {
  let last: { readonly tries: number; readonly code: string } | undefined;
  const tell = () => {
    if (last === undefined || status === undefined) return;
    journal.tellUnsaved(id, { status, ...last });
    logger.error('run-status-unsaved', { run: id, attempt, status, ...last });
  };
  let isTold = false;
  // Told by the clock, not by the next try, which may be seconds away.
  const telling = clock.after(TELL_AFTER_MS, () => {
    isTold = true;
    tell();
  });
  try {
    return await retryWrites(write, {
      clock,
      policy,
      onFailure: ({ tries, error }) => {
        last = { tries, code: describeFailure(error).code };
        metrics.statusWriteRetries.inc({ code: last.code });
        logger.warn('run-status-retry', { run: id, attempt, ...last, error });
        if (isTold) tell();
      },
    });
  } finally {
    telling[Symbol.dispose]();
    if (isTold) journal.tellUnsaved(id, undefined);
  }
}
