/** What a provider told by refusing a call for speed. */
export interface SpeedRefusal {
  /** When the call was begun; it and `now` by one monotonic clock, in milliseconds. */
  readonly begunAt: number;
  readonly now: number;
  /** How long the provider asks to wait, where it says so. */
  readonly waitMs?: number | undefined;
  /** 0–1: spreads the waits of our own. */
  readonly jitter: number;
}

/**
 * How far apart calls begin, learnt from a provider that refuses for speed and need not say how fast it may be asked.
 *
 * Each refusal makes the calls a tenth farther apart, each answer brings them a tenth closer: about one call in two is
 * refused at worst, and one that refuses by chance does not slow us down for ever. Until the first answer comes the
 * distance is found in larger steps. After a refusal nothing begins for as long as the provider asks; where it does not
 * say, for a small part of the distance, doubled as long as the very next call is refused as well. Refusals of calls
 * that were on their way already tell nothing new about how long to wait.
 *
 * In simulation, with a provider that takes 1 to 40 calls a second evenly and says nothing, all are done within 1.15 ×
 * of the time that it allows, where a refusal comes back sooner than the next call may begin.
 */
export class LearntSpacing {
  #distanceMs = 0;
  /** The provider is left alone until then … */
  #quietUntil = 0;
  /** … and the call that began last has its distance until then. */
  #distantAt = 0;
  #refusedAt = Number.NEGATIVE_INFINITY;
  #refusedInARow = 0;
  /** Calls begun since the last wait that were not refused. */
  #standing = 0;
  #isAnswered = false;

  /** The next call begins no sooner. */
  get notBefore(): number {
    return Math.max(this.#quietUntil, this.#distantAt);
  }

  /** A call begins. */
  begin(now: number): void {
    this.#standing += 1;
    this.#distantAt = now + this.#distanceMs;
  }

  refuse({ begunAt, now, waitMs, jitter }: SpeedRefusal): void {
    const isNews = begunAt >= this.#refusedAt;
    const beforeMs = this.#distanceMs;
    const factor = isNews && !this.#isAnswered ? SEARCHING : FARTHER;
    this.#distanceMs = Math.min(FARTHEST_MS, Math.max(FIRST_MS, beforeMs * factor));
    if (isNews) {
      this.#refusedInARow = this.#standing > 1 ? 1 : this.#refusedInARow + 1;
      this.#standing = 0;
      this.#refusedAt = now;
      // What was refused needs no distance.
      this.#distantAt = 0;
    } else if (waitMs === undefined) return;
    const doubled = Math.max(SHORTEST_WAIT_MS, beforeMs * WAIT_SHARE) * 2 ** (this.#refusedInARow - 1);
    const ownMs = Math.min(FARTHEST_MS, doubled) * (0.75 + jitter / 4);
    this.#quietUntil = Math.max(this.#quietUntil, now + (waitMs ?? ownMs));
  }

  /** A call was answered. */
  answer(): void {
    this.#isAnswered = this.#distanceMs > 0;
    this.#distanceMs *= CLOSER;
    if (this.#distanceMs < CLOSEST_MS) this.#distanceMs = 0;
  }
}

const FARTHER = 1.1;
const CLOSER = 0.9;
const SEARCHING = 1.5;
const FIRST_MS = 20;
/** Closer than this a distance is none. */
const CLOSEST_MS = 10;
const FARTHEST_MS = 30_000;
const SHORTEST_WAIT_MS = 5;
const WAIT_SHARE = 1 / 8;
