import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, sleep } from '../runtime/clock.ts';

/** How failed writes are tried again: exponential backoff with full jitter (AWS Architecture Blog, M. Brooker, 2015). */
export interface RetryPolicy {
  /** Longest first wait, in milliseconds. */
  readonly baseMs: number;
  /** Longest wait, in milliseconds. */
  readonly capMs: number;
  /** No more tries after so many milliseconds; without it, as long as the process lives. */
  readonly limitMs?: number;
}

export const defaultRetryPolicy: RetryPolicy = { baseMs: 50, capMs: 5000 };

export interface FailedTry {
  /** From 1. */
  readonly tries: number;
  readonly error: unknown;
  readonly elapsedMs: number;
}

/** Whether a database may well do later what it could not do now. */
function isPassing(error: unknown): boolean {
  return (
    GlossaryError.is(error, 'storage/interrupted') ||
    GlossaryError.is(error, 'storage/in-use') ||
    GlossaryError.is(error, 'storage/disk-full')
  );
}

/**
 * Does `write` until it succeeds. Every write that comes here can be done twice without harm.
 *
 * @throws what `write` threw, when it is not passing or the limit is reached · the signal's reason
 */
export async function retryWrites<T>(
  write: () => Promise<T>,
  {
    clock,
    policy,
    signal,
    onFailure,
    random = Math.random,
  }: {
    readonly clock: Clock;
    readonly policy: RetryPolicy;
    readonly signal?: AbortSignal | undefined;
    readonly onFailure?: (failed: FailedTry) => void;
    readonly random?: () => number;
  },
): Promise<T> {
  const begun = clock.monotonic();
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      const elapsedMs = clock.monotonic() - begun;
      if (!isPassing(error)) throw error;
      onFailure?.({ tries, error, elapsedMs });
      if (policy.limitMs !== undefined && elapsedMs >= policy.limitMs) throw error;
      const longest = Math.min(policy.capMs, policy.baseMs * 2 ** Math.min(tries - 1, 30));
      await sleep(clock, random() * longest, signal);
    }
  }
}
