import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { AttemptKey } from '../storage/run-stores.ts';
import type { Storage } from '../storage/storage.ts';
import { RunStopped } from './run-stopped.ts';

export interface LeaseSettings {
  /** An attempt owns its run for so long after each heartbeat. */
  readonly leaseMs: number;
  /** Time between heartbeats; each differs by up to a fifth, so that many processes do not beat together. */
  readonly heartbeatMs: number;
}

/** Without a heartbeat for this part of its lease an attempt stops by itself, before others may take the run. */
const GIVE_UP_AT = 0.8;

interface Kept extends AttemptKey {
  readonly controller: AbortController;
  /** Monotonic, milliseconds: before the last heartbeat that succeeded was sent. */
  renewedAt: number;
}

/**
 * Keeps the leases of all attempts of this process, from a timer of its own: neither a step that makes no progress nor
 * a database that answers late can make an attempt forget that its time is over.
 */
export class LeaseKeeper implements Disposable {
  readonly #storage: Pick<Storage, 'runs'>;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #metrics: Metrics;
  readonly #settings: LeaseSettings;
  readonly #kept = new Set<Kept>();
  readonly #beating = new Set<Promise<void>>();
  #timer: Disposable | undefined;
  #watch: Disposable | undefined;

  constructor(
    storage: Pick<Storage, 'runs'>,
    tools: { readonly clock: Clock; readonly logger: Logger; readonly metrics: Metrics },
    settings: LeaseSettings,
  ) {
    this.#storage = storage;
    this.#clock = tools.clock;
    this.#logger = tools.logger;
    this.#metrics = tools.metrics;
    this.#settings = settings;
  }

  /** Keeps the lease of an attempt that was claimed just now; `controller` is aborted when it is lost or cancelled. */
  keep(attempt: AttemptKey, controller: AbortController): Disposable {
    const kept: Kept = { ...attempt, controller, renewedAt: this.#clock.monotonic() };
    this.#kept.add(kept);
    if (this.#timer === undefined) this.#beatLater();
    if (this.#watch === undefined) this.#watchLater();
    return {
      [Symbol.dispose]: () => {
        this.#kept.delete(kept);
        if (this.#kept.size === 0) this[Symbol.dispose]();
      },
    };
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    this.#watch?.[Symbol.dispose]();
    this.#watch = undefined;
    this.#metrics.leasesExpired.set(0);
  }

  /** Until every heartbeat that was sent is answered. */
  async answered(): Promise<void> {
    await Promise.all(this.#beating);
  }

  #beatLater(): void {
    const jitter = 0.8 + Math.random() * 0.4;
    this.#timer = this.#clock.after(this.#settings.heartbeatMs * jitter, () => {
      this.#beatLater();
      for (const kept of this.#kept) {
        const beat = this.#beat(kept).finally(() => this.#beating.delete(beat));
        this.#beating.add(beat);
      }
    });
  }

  /** The deadline has its own, finer timer: a heartbeat may be waiting for the database. */
  #watchLater(): void {
    this.#watch = this.#clock.after(this.#settings.leaseMs / 15, () => {
      this.#watchLater();
      const now = this.#clock.monotonic();
      let expired = 0;
      for (const kept of this.#kept) {
        if (now - kept.renewedAt < this.#settings.leaseMs * GIVE_UP_AT) continue;
        expired += 1;
        this.#lose(kept, 'not renewed in time');
      }
      this.#metrics.leasesExpired.set(expired);
    });
  }

  async #beat(kept: Kept): Promise<void> {
    const { id, attempt, controller } = kept;
    const sentAt = this.#clock.monotonic();
    // A frozen process must not renew what it should have given up while it stood still.
    if (sentAt - kept.renewedAt >= this.#settings.leaseMs * GIVE_UP_AT) return this.#lose(kept, 'not renewed in time');
    try {
      const moved = await this.#storage.runs.heartbeat({ id, attempt }, { leaseMs: this.#settings.leaseMs });
      if (moved.kind === 'moved') {
        kept.renewedAt = sentAt;
        if (moved.run.status === 'cancelling') controller.abort(new RunStopped('cancel'));
      } else if (this.#kept.has(kept)) this.#lose(kept, moved.kind);
    } catch (error) {
      this.#logger.warn('run-heartbeat-failed', { run: id, attempt, error });
    }
  }

  #lose({ id, attempt, controller }: Kept, why: string): void {
    if (controller.signal.aborted) return;
    this.#logger.error('run-lease-lost', { run: id, attempt, why });
    this.#metrics.leaseTakeovers.inc();
    controller.abort(new RunStopped('lease-lost'));
  }
}
