import type { RunId } from '../domain/index.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Storage } from '../storage/storage.ts';
import { type Followed, Journal } from './journal.ts';
import { Wakes } from './wakes.ts';

/**
 * Follows a run that another process works on, by its database alone: each event once and in order, at most a second
 * late, until the run is over.
 *
 * @throws `run/not-found` · the signal's reason
 */
export function followStored(
  storage: Pick<Storage, 'journals'>,
  run: RunId,
  options: { readonly after?: number; readonly signal: AbortSignal },
): AsyncGenerator<Followed, void, void> {
  return new Journal(storage, { wakes: new Wakes(), clock: systemClock }).follow(run, options);
}
