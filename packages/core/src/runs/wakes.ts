import type { RunId } from '../domain/index.ts';

/** A hint that a run has something new; whoever hears it looks into the database. Losing one costs a poll, no event. */
export class Wakes {
  readonly #waiting = new Map<RunId, Set<() => void>>();
  #generation = 0;

  /** Grows with every wake: two readers between the same two wakes would read the same. */
  get generation(): number {
    return this.#generation;
  }

  /** How many wait, over all runs. */
  get waiters(): number {
    let waiters = 0;
    for (const waiting of this.#waiting.values()) waiters += waiting.size;
    return waiters;
  }

  wake(run: RunId): void {
    this.#generation += 1;
    const waiting = this.#waiting.get(run);
    if (waiting === undefined) return;
    this.#waiting.delete(run);
    for (const wake of waiting) wake();
  }

  /** Listens for the next wake; disposing stops listening. Take it before you look, so that nothing falls between. */
  listen(run: RunId): { readonly woken: Promise<void> } & Disposable {
    const { promise: woken, resolve } = Promise.withResolvers<void>();
    const waiting = this.#waiting.get(run) ?? new Set();
    this.#waiting.set(run, waiting.add(resolve));
    return {
      woken,
      [Symbol.dispose]: () => {
        waiting.delete(resolve);
        if (waiting.size === 0 && this.#waiting.get(run) === waiting) this.#waiting.delete(run);
      },
    };
  }
}
