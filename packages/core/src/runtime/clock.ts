/** Where the time comes from: handed in, so that tests and repeated builds can hold it still. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z: for people. A person or a time server can set it back. */
  now(): number;
  /** Milliseconds that only grow: for waiting and for giving up. */
  monotonic(): number;
  /**
   * Calls `work` once after so many milliseconds, unless disposed before. A waiting timer keeps the process alive, unless
   * told that it need not.
   */
  after(ms: number, work: () => void, options?: { readonly keepsAlive?: boolean }): Disposable;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, work, { keepsAlive = true } = {}) {
    const timer = setTimeout(work, ms);
    if (!keepsAlive) timer.unref();
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  },
};

/** Waits. @throws the signal's reason, at once, when it is aborted. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((wake, stop) => {
    const timer = clock.after(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      wake();
    });
    const onAbort = () => {
      timer[Symbol.dispose]();
      stop(signal?.reason as Error);
    };
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}
