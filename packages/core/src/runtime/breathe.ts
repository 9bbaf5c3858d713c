/** So long, in milliseconds, may one piece of work keep everything else in this process waiting. */
export const LONGEST_HELD_MS = 8;

/** Lets everything else that waits in this process have its turn: for loops that work long. */
export function breathe(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}

/**
 * Does pieces of work that hold the thread, and lets everything else have its turn whenever they have held it for long
 * together: a promise alone gives no turn, its continuation comes before whatever waits.
 */
export function createBreather(): <T>(work: () => Promise<T>) => Promise<T> {
  let held = 0;
  return async (work) => {
    const begun = performance.now();
    const result = await work();
    held += performance.now() - begun;
    if (held >= LONGEST_HELD_MS) {
      held = 0;
      await breathe();
    }
    return result;
  };
}
