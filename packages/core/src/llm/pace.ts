import { type Clock, sleep } from '../runtime/clock.ts';

export interface PaceOptions {
  /** Calls at once. */
  readonly lanes: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly clock: Clock;
}

/**
 * How fast a provider is asked: so many calls at once, so many calls and tokens a minute, and slower while the provider
 * says so. Calls begin in the order in which they came.
 *
 * A refusal for speed closes all lanes until the time that the server named (or a growing one of our own), and takes a
 * quarter of the lanes away, once for all the refusals of one such wait; each success gives one back.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #lanes: number;
  readonly #requests: Bucket | undefined;
  readonly #tokens: Bucket | undefined;
  #open: number;
  #busy = 0;
  #notBefore = 0;
  #refusals = 0;
  readonly #waiting: (() => void)[] = [];

  constructor({ lanes, requestsPerMinute, tokensPerMinute, clock }: PaceOptions) {
    this.#clock = clock;
    this.#lanes = lanes;
    this.#open = lanes;
    this.#requests = requestsPerMinute === undefined ? undefined : new Bucket(requestsPerMinute, lanes, clock);
    this.#tokens = tokensPerMinute === undefined ? undefined : new Bucket(tokensPerMinute, tokensPerMinute / 4, clock);
  }

  /** Lanes that are open now. */
  get open(): number {
    return this.#open;
  }

  /** Waits for a lane and for the rates. Dispose the answer to leave the lane. @throws the signal's reason */
  async enter(tokens: number, signal: AbortSignal): Promise<Disposable> {
    signal.throwIfAborted();
    await this.#lane(signal);
    try {
      // Taken at once, so that who comes later waits for longer.
      const due = Math.max(this.#requests?.take(1) ?? 0, this.#tokens?.take(tokens) ?? 0);
      for (;;) {
        const wait = Math.max(due, this.#notBefore) - this.#clock.monotonic();
        if (wait <= 0) break;
        await sleep(this.#clock, wait, signal);
      }
    } catch (error) {
      this.#leave();
      throw error;
    }
    let isOver = false;
    return {
      [Symbol.dispose]: () => {
        if (!isOver) this.#leave();
        isOver = true;
      },
    };
  }

  /** The provider refused for speed. `waitMs`: how long it asks to wait; `jitter`: 0–1, spreads our own waits. */
  slowDown(waitMs: number | undefined, jitter: number): void {
    const now = this.#clock.monotonic();
    if (now >= this.#notBefore) {
      this.#open = Math.max(1, this.#open - Math.ceil(this.#open / 4));
      this.#refusals += 1;
    }
    const own = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#refusals - 1)) * (0.75 + jitter / 4);
    this.#notBefore = Math.max(this.#notBefore, now + (waitMs ?? own));
  }

  /** An answer came; `tokens`: how many more (or fewer) it took than was thought. */
  succeed(tokens: number): void {
    this.#refusals = 0;
    this.#tokens?.take(tokens);
    if (this.#open < this.#lanes) this.#open += 1;
    this.#wake();
  }

  async #lane(signal: AbortSignal): Promise<void> {
    if (this.#busy < this.#open && this.#waiting.length === 0) {
      this.#busy += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const onTurn = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(onTurn), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(onTurn);
    });
  }

  #leave(): void {
    this.#busy -= 1;
    this.#wake();
  }

  #wake(): void {
    while (this.#busy < this.#open) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#busy += 1;
      next();
    }
  }
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** So many a minute, evenly, with so many at once after a rest (generic cell rate algorithm, ITU-T I.371). */
class Bucket {
  readonly #msEach: number;
  readonly #burstMs: number;
  readonly #clock: Clock;
  /** When the bucket would be empty of debt. */
  #paidUntil = 0;

  constructor(perMinute: number, burst: number, clock: Clock) {
    this.#msEach = 60_000 / perMinute;
    this.#burstMs = burst * this.#msEach;
    this.#clock = clock;
  }

  /** When what is taken may be used, by the monotonic clock. */
  take(count: number): number {
    const now = this.#clock.monotonic();
    const from = Math.max(this.#paidUntil, now);
    this.#paidUntil = Math.max(now, from + count * this.#msEach);
    return this.#paidUntil - this.#burstMs;
  }
}
