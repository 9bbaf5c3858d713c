import type { ProjectId } from '../domain/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { IdSource } from '../runtime/id-source.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Points } from '../runtime/points.ts';
import { defaultRetryPolicy, type RetryPolicy } from './retry-writes.ts';

export interface RunManagerSettings {
  /** Runs of different projects at once, from 1; the others wait in `pending`. */
  readonly concurrency?: number;
  /** Default 15 s. */
  readonly leaseMs?: number;
  /** Default 5 s, ± 20 %. */
  readonly heartbeatMs?: number;
  /** Attempts in a row that may die without having finished anything. Default 5. */
  readonly maxBarrenAttempts?: number;
  /** Of whose runs the journals are kept: the last so many of each project. Default 50. */
  readonly keepJournals?: number;
  /** How failed writes of a status are tried again. Default 50 ms · 2ⁿ, at most 5 s, without a limit. */
  readonly statusRetry?: RetryPolicy;
  /** How failed writes of events and checkpoints are tried again, before the run fails. Default the same, for 30 s. */
  readonly appendRetry?: RetryPolicy;
  /** How long a stopped step may take to let go. Default 1 s. */
  readonly graceMs?: number;
  /** Works only on the runs of this project; those of others wait for another process. */
  readonly onlyProject?: ProjectId;
}

export interface RunManagerTools {
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly points?: Points;
}

/** What holds where nothing else is set. */
export const defaultRunSettings = {
  concurrency: 2,
  leaseMs: 15_000,
  heartbeatMs: 5000,
  maxBarrenAttempts: 5,
  keepJournals: 50,
  statusRetry: defaultRetryPolicy,
  appendRetry: { ...defaultRetryPolicy, limitMs: 30_000 },
  graceMs: 1000,
} as const satisfies RunManagerSettings;

/** A request of a person is not held up for longer by a database that cannot be written. */
export const requestRetry: RetryPolicy = { ...defaultRetryPolicy, capMs: 500, limitMs: 5000 };

/** Settings with nothing left open. */
export type RunSettings = Required<Omit<RunManagerSettings, 'onlyProject'>> & Pick<RunManagerSettings, 'onlyProject'>;
