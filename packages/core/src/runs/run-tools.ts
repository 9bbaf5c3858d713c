import type { Clock } from '../runtime/clock.ts';
import type { IdSource } from '../runtime/id-source.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Points } from '../runtime/points.ts';
import type { Storage } from '../storage/storage.ts';
import type { Journal } from './journal.ts';
import type { RunSettings } from './run-settings.ts';
import type { Wakes } from './wakes.ts';

/** What the parts of the run system share: tools, and no state of any run. */
export interface RunTools {
  readonly storage: Storage;
  readonly journal: Journal;
  readonly wakes: Wakes;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly points: Points;
  readonly settings: RunSettings;
}
