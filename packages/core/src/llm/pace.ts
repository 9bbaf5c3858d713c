import { type Clock, sleep } from '../runtime/clock.ts';
import { createLanes, type Lane } from '../runtime/lanes.ts';
import { LearntSpacing } from './learnt-spacing.ts';

export interface PaceOptions {
  /** Calls at once. */
  readonly lanes: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly clock: Clock;
}

/** A call that has begun. Dispose it when it is over. */
export interface PacedCall extends Disposable {
  /** The provider refused it for speed. `waitMs`: how long it asks to wait; `jitter`: 0–1, spreads our own waits. */
  refused(waitMs: number | undefined, jitter: number): void;
  /** An answer came. */
  answered(): void;
}

/**
 * How fast a provider is asked: so many calls at once, so many calls and tokens a minute, and as far apart as it takes
 * them (`LearntSpacing`). Calls begin in the order in which they came.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #takePlace: ReturnType<typeof createLanes>;
  readonly #takeLane: ReturnType<typeof createLanes>;
  /** Who has a lane waits here for the time to begin: one after another. */
  readonly #takeDoor = createLanes(1);
  readonly #requests: Bucket | undefined;
  readonly #tokens: Bucket | undefined;
  readonly #spacing = new LearntSpacing();
  /** Wakes whoever waits at the door. */
  #sleeping: AbortController | undefined;

  constructor({ lanes, requestsPerMinute, tokensPerMinute, clock }: PaceOptions) {
    this.#clock = clock;
    this.#takePlace = createLanes(2 * lanes);
    this.#takeLane = createLanes(lanes);
    this.#requests = requestsPerMinute === undefined ? undefined : new Bucket(requestsPerMinute, lanes, clock);
    this.#tokens = tokensPerMinute === undefined ? undefined : new Bucket(tokensPerMinute, tokensPerMinute / 4, clock);
  }

  /**
   * Waits until a call may be made ready. As many again as there are lanes are: a lane that is free finds one and does
   * not wait for its making, and none waits for that of hundreds. Held until the answer is read.
   *
   * @throws the signal's reason
   */
  prepare(signal: AbortSignal): Promise<Lane> {
    return this.#takePlace(signal);
  }

  /** Waits until a call of so many tokens may begin. @throws the signal's reason */
  async enter(tokens: number, signal: AbortSignal): Promise<PacedCall> {
    const lane = await this.#takeLane(signal);
    try {
      // Taken at once, so that who comes later waits for longer.
      const due = Math.max(this.#requests?.take(1) ?? 0, this.#tokens?.take(tokens) ?? 0);
      const door = await this.#takeDoor(signal);
      try {
        for (;;) {
          const wait = Math.max(due, this.#spacing.notBefore) - this.#clock.monotonic();
          if (wait <= 0) break;
          await this.#sleep(wait, signal);
        }
      } finally {
        door.leave();
      }
    } catch (error) {
      lane.leave();
      throw error;
    }
    const begunAt = this.#clock.monotonic();
    this.#spacing.begin(begunAt);
    return {
      refused: (waitMs, jitter) => {
        this.#spacing.refuse({ begunAt, now: this.#clock.monotonic(), waitMs, jitter });
        this.#sleeping?.abort();
      },
      answered: () => this.#spacing.answer(),
      [Symbol.dispose]: () => lane.leave(),
    };
  }

  /** A call took so many tokens more (or fewer) than was thought when it began. */
  spend(tokens: number): void {
    this.#tokens?.take(tokens);
  }

  /** Until then, or until it may have to be for longer or for less. */
  async #sleep(ms: number, signal: AbortSignal): Promise<void> {
    this.#sleeping = new AbortController();
    try {
      await sleep(this.#clock, ms, AbortSignal.any([signal, this.#sleeping.signal]));
    } catch {
      signal.throwIfAborted();
    }
  }
}

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
