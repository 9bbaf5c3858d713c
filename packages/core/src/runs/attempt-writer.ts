import type { Run, RunEvent, RunUsage } from '../domain/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Points } from '../runtime/points.ts';
import type { AttemptKey, Checkpoint, Moved, NewCall } from '../storage/run-stores.ts';
import type { Storage } from '../storage/storage.ts';
import { clipEvent } from './clip-event.ts';
import { type RetryPolicy, retryWrites } from './retry-writes.ts';

/** A group of events goes out after so many milliseconds … */
const GROUP_MS = 10;
/** … later on a slow disk, whose writes would else hold up the thread that asks and answers: at most so much of it … */
const WRITES_SHARE = 1 / 10;
const LONGEST_GROUP_MS = 50;
/** … or when it holds so many. */
const GROUP_EVENTS = 256;
/** A step that tells faster than the disk writes: beyond so many waiting events, progress and log lines are counted, not kept. */
const WAITING_EVENTS = 2048;

/** What an attempt still has to say when it ends. */
export interface LastGroup {
  readonly batch: number;
  readonly events: readonly RunEvent[];
  readonly checkpoints: readonly Checkpoint[];
  readonly calls: readonly NewCall[];
  readonly usage?: RunUsage;
  /** So many of the events are in a group that was sent without an answer: they may be written already. */
  readonly unansweredEvents: number;
  /** The same of the calls. */
  readonly unansweredCalls: number;
}

type Group = Omit<LastGroup, 'unansweredEvents' | 'unansweredCalls'>;

interface WaitingCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly usage: RunUsage | undefined;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface AttemptWriterSettings {
  readonly clock: Clock;
  readonly points: Points;
  readonly policy: RetryPolicy;
  readonly metrics: Metrics;
  /** After each group that was committed, with the row as it is stored. */
  readonly onCommitted: (run: Run) => void;
  /** The attempt may write no more: another one owns the run, or the database cannot be written. */
  readonly onRefused: (refusal: Exclude<Moved, { kind: 'moved' }> | { readonly kind: 'error'; error: unknown }) => void;
}

/**
 * The one writer of one attempt. It gathers what the attempt tells into groups, each one transaction that names the
 * attempt; the next group waits for the one before, so a slow disk makes groups larger, not more.
 */
export class AttemptWriter {
  readonly #attempt: AttemptKey;
  readonly #storage: Storage;
  readonly #settings: AttemptWriterSettings;
  #events: RunEvent[] = [];
  #checkpoints: WaitingCheckpoint[] = [];
  #calls: (NewCall & { readonly spent?: RunUsage })[] = [];
  #skipped = 0;
  #hasProgress = false;
  #batch = 0;
  #timer: Disposable | undefined;
  /** How long the last group took to write. */
  #lastWriteMs = 0;
  #writing: Promise<void> | undefined;
  /** A group whose fate is unknown keeps its number when it is sent again with the end. */
  #unanswered: Group | undefined;
  #isClosed = false;

  constructor(attempt: AttemptKey, storage: Storage, settings: AttemptWriterSettings) {
    this.#attempt = attempt;
    this.#storage = storage;
    this.#settings = settings;
  }

  /** Adds an event to the next group. Does not wait. */
  tell(event: RunEvent): void {
    if (this.#isClosed) return;
    const canBeCounted = event.type === 'step-progress' || event.type === 'log';
    if (canBeCounted && this.#events.length >= WAITING_EVENTS) {
      this.#skipped += 1;
      return;
    }
    if (event.type === 'step-end') this.#hasProgress = true;
    this.#events.push(clipEvent(event));
    if (this.#events.length >= GROUP_EVENTS) this.#write();
    else this.#writeSoon();
  }

  /** Adds a question to a model to the next group: that of the checkpoint that its answer becomes. Does not wait. */
  record(call: NewCall & { readonly spent?: RunUsage }): void {
    if (this.#isClosed) return;
    this.#calls.push(call);
    this.#writeSoon();
  }

  /** Keeps a checkpoint; answers when it is durable. @throws what `onRefused` was told */
  keep(checkpoint: Checkpoint, usage: RunUsage | undefined): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The attempt is over: it writes nothing more.'));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#checkpoints.push({ checkpoint, usage, resolve, reject });
    // Answers that come close together are made durable together: whoever asks does not wait for this.
    this.#writeSoon();
    return promise;
  }

  /**
   * Ends the writer: nothing that is told from now on is written. Answers what is left to say, which belongs into the
   * transaction of the end.
   */
  async close(): Promise<LastGroup> {
    this.#isClosed = true;
    this.#timer?.[Symbol.dispose]();
    await this.#writing;
    const waiting = this.#checkpoints;
    const rest = this.#take();
    // They are kept with the end; whoever still waits for them is no longer heard.
    for (const { reject } of waiting) reject(new Error('The attempt is over.'));
    const unanswered = this.#unanswered;
    if (unanswered === undefined) return { ...rest, unansweredEvents: 0, unansweredCalls: 0 };
    const usage = sum([unanswered.usage ?? [], rest.usage ?? []].flat());
    return {
      batch: unanswered.batch,
      events: [...unanswered.events, ...rest.events],
      checkpoints: [...unanswered.checkpoints, ...rest.checkpoints],
      calls: [...unanswered.calls, ...rest.calls],
      ...(usage === undefined ? {} : { usage }),
      unansweredEvents: unanswered.events.length,
      unansweredCalls: unanswered.calls.length,
    };
  }

  #writeSoon(): void {
    const paceMs = this.#lastWriteMs * (1 / WRITES_SHARE - 1);
    const groupMs = Math.min(LONGEST_GROUP_MS, Math.max(GROUP_MS, paceMs));
    this.#timer ??= this.#settings.clock.after(groupMs, () => this.#write());
  }

  #write(): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    // What comes in the same turn of the event loop goes into the same group.
    await Promise.resolve();
    while (!this.#isClosed && this.#hasSomething()) {
      const waiting = this.#checkpoints;
      const group = this.#take();
      try {
        const refusal = await this.#append(group);
        if (refusal === undefined) for (const { resolve } of waiting) resolve();
        else {
          this.#isClosed = true;
          this.#settings.onRefused(refusal);
          const error = new Error('Another attempt owns the run: nothing was written.');
          for (const { reject } of waiting) reject(error);
        }
      } catch (error) {
        this.#isClosed = true;
        this.#unanswered = group;
        this.#settings.onRefused({ kind: 'error', error });
        for (const { reject } of waiting) reject(error);
      }
    }
  }

  #hasSomething(): boolean {
    return this.#events.length > 0 || this.#checkpoints.length > 0 || this.#calls.length > 0;
  }

  async #append(group: Group): Promise<Exclude<Moved, { kind: 'moved' }> | undefined> {
    const { points, clock, policy, metrics, onCommitted } = this.#settings;
    const { id } = this.#attempt;
    const isProgress = this.#hasProgress || group.checkpoints.length > 0;
    this.#hasProgress = false;
    const kind = group.checkpoints.length > 0 ? 'checkpoint' : 'append';
    await points.reach(`before:${kind}`, id);
    const begun = clock.monotonic();
    const moved = await retryWrites(() => this.#storage.runs.append({ ...this.#attempt, ...group, isProgress }), {
      clock,
      policy,
    });
    this.#lastWriteMs = clock.monotonic() - begun;
    metrics.appendSeconds.observe(this.#lastWriteMs / 1000);
    metrics.appendedEvents.inc(group.events.length);
    await points.reach(`after:${kind}`, id);
    if (moved.kind !== 'moved') return moved;
    onCommitted(moved.run);
    return undefined;
  }

  #take(): Group {
    const skipped: RunEvent[] = this.#skipped === 0 ? [] : [{ type: 'events-skipped', count: this.#skipped }];
    this.#settings.metrics.eventsSkipped.inc(this.#skipped);
    const usage = sum([
      ...this.#checkpoints.flatMap(({ usage: one }) => one ?? []),
      ...this.#calls.flatMap(({ spent }) => spent ?? []),
    ]);
    const group = {
      batch: (this.#batch += 1),
      events: [...this.#events, ...skipped],
      checkpoints: this.#checkpoints.map(({ checkpoint }) => checkpoint),
      calls: this.#calls.map(({ spent: _spent, ...call }) => call),
      ...(usage === undefined ? {} : { usage }),
    };
    this.#events = [];
    this.#checkpoints = [];
    this.#calls = [];
    this.#skipped = 0;
    return group;
  }
}

function sum(usages: readonly RunUsage[]): RunUsage | undefined {
  if (usages.length === 0) return undefined;
  const total = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpricedCalls: 0 };
  for (const usage of usages) {
    total.calls += usage.calls;
    total.inputTokens += usage.inputTokens;
    total.outputTokens += usage.outputTokens;
    total.cost += usage.cost;
    total.unpricedCalls += usage.unpricedCalls;
  }
  return total;
}
