import type { ExecutionContext, RunResults, RunWork } from '@genglossary/core';

interface Order {
  readonly events?: number;
  readonly isLast?: boolean;
}

/**
 * Work that does only what a test says: it tells as many events as it is told to, and ends when it is told to. A run
 * that was interrupted waits for the next word.
 */
export class HeldWork implements RunWork {
  readonly #orders: Order[] = [];
  #wake = Promise.withResolvers<void>();
  #told = 0;

  estimate = () => Promise.resolve({ calls: 0, tokens: 0, cost: { from: 0, to: 0 } });

  /** The run that works now tells so many log lines: `line 1`, `line 2`, … */
  tell(events: number): void {
    this.#order({ events });
  }

  finish(): void {
    this.#order({ isLast: true });
  }

  #order(order: Order): void {
    this.#orders.push(order);
    this.#wake.resolve();
  }

  run = async (_input: string, { report, signal }: ExecutionContext): Promise<RunResults> => {
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    for (;;) {
      signal.throwIfAborted();
      const order = this.#orders.shift();
      if (order?.isLast === true) return { save: () => Promise.resolve() };
      for (let left = order?.events ?? 0; left > 0; left -= 1) {
        this.#told += 1;
        report({ type: 'log', level: 'info', message: `line ${this.#told}` });
      }
      if (order !== undefined) continue;
      this.#wake = Promise.withResolvers();
      await Promise.race([this.#wake.promise, stopped]);
    }
  };
}
