import { type JournalEntry, isTerminal, type RunId, type TerminalStatus } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, sleep } from '../runtime/clock.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { RunHead } from '../storage/run-stores.ts';
import type { Storage } from '../storage/storage.ts';
import { retryWrites } from './retry-writes.ts';
import type { Wakes } from './wakes.ts';

/** The end of a run that could not be saved yet. */
export interface UnsavedStatus {
  /** What will be saved. */
  readonly status: TerminalStatus;
  /** Failed tries so far. */
  readonly tries: number;
  /** Of the last failure. */
  readonly code: string;
}

/** What a follower gets. */
export type Followed =
  /** Some events, in order; `lastSeq` is where to go on from. Shared by all followers: frozen. */
  | { readonly type: 'page'; readonly entries: readonly JournalEntry[]; readonly lastSeq: number }
  /** Retention took these events away before this follower read them. */
  | { readonly type: 'truncated'; readonly from: number; readonly to: number; readonly lastSeq: number }
  /** Not an event: the end of the run cannot be saved at the moment. The cursor stays where it is. */
  | ({ readonly type: 'status-unsaved'; readonly lastSeq: number } & UnsavedStatus);

/** Events of a page: enough to be cheap, few enough to be one message. */
const PAGE_EVENTS = 200;
/** Pages kept for the other followers of the same run. */
const SHARED_PAGES = 64;
/** A lost wake costs this long. */
const POLL_MS = 1000;
/** An unreadable database is asked again for so long before a follower gives up. */
const READ_RETRIES = { baseMs: 50, capMs: 1000, limitMs: 30_000 };

interface Read {
  readonly head: RunHead;
  readonly entries: readonly JournalEntry[];
}

/**
 * Reads the journals of runs. A follower is a cursor, not a queue: it holds a number, asks for the next page when it
 * wants one, and waits for a wake when there is none. The run's *row* says when it is over.
 */
export class Journal {
  readonly #storage: Pick<Storage, 'journals'>;
  readonly #wakes: Wakes;
  readonly #clock: Clock;
  readonly #metrics: Metrics | undefined;
  /** Least recently read first. A page is a piece of history: it never changes. */
  readonly #pages = new Map<string, Read>();
  readonly #reading = new Map<string, Promise<Read>>();
  /** How many follow each run. */
  readonly #following = new Map<RunId, number>();
  readonly #unsaved = new Map<RunId, UnsavedStatus>();

  constructor(
    storage: Pick<Storage, 'journals'>,
    { wakes, clock, metrics }: { readonly wakes: Wakes; readonly clock: Clock; readonly metrics?: Metrics },
  ) {
    this.#storage = storage;
    this.#wakes = wakes;
    this.#clock = clock;
    this.#metrics = metrics;
  }

  /** Pages that are kept for several followers: none of a run that nobody follows. */
  get sharedPages(): number {
    return this.#pages.size;
  }

  /**
   * Every event after `after` (0: from the first), once and in order, first what is there, then live; ends when the run
   * is over and everything was given. Resume with the last `lastSeq`.
   *
   * @throws `run/not-found` · the signal's reason
   */
  async *follow(
    run: RunId,
    { after = 0, signal }: { readonly after?: number; readonly signal: AbortSignal },
  ): AsyncGenerator<Followed, void, void> {
    this.#metrics?.followers.inc();
    this.#following.set(run, (this.#following.get(run) ?? 0) + 1);
    try {
      let cursor = after;
      let told: UnsavedStatus | undefined;
      let hasWaited = false;
      for (;;) {
        signal.throwIfAborted();
        using listening = this.#wakes.listen(run);
        const { head, entries } = await this.#read(run, cursor);
        if (cursor < head.firstSeq - 1) {
          const to = head.firstSeq - 1;
          yield { type: 'truncated', from: cursor + 1, to, lastSeq: to };
          cursor = to;
          continue;
        }
        const last = entries.at(-1);
        if (last !== undefined) {
          cursor = last.seq;
          told = undefined;
          // What was there before somebody asked for it is not late.
          if (hasWaited) this.#metrics?.eventLag.observe(Math.max(0, this.#clock.now() - last.at) / 1000);
          hasWaited = false;
          yield { type: 'page', entries, lastSeq: cursor };
          continue;
        }
        if (isTerminal(head.status) && cursor >= head.lastSeq) return;
        const unsaved = this.#unsaved.get(run);
        if (unsaved !== undefined && unsaved !== told) {
          told = unsaved;
          yield { type: 'status-unsaved', ...unsaved, lastSeq: cursor };
          continue;
        }
        await this.#wait(listening.woken, signal);
        hasWaited = true;
      }
    } finally {
      this.#metrics?.followers.dec();
      this.#leave(run);
    }
  }

  /** Tells the followers of a run that its end is not saved yet, or (`undefined`) that it is. */
  tellUnsaved(run: RunId, unsaved: UnsavedStatus | undefined): void {
    if (unsaved === undefined) this.#unsaved.delete(run);
    else this.#unsaved.set(run, Object.freeze(unsaved));
    this.#metrics?.statusesUnsaved.set(this.#unsaved.size);
    this.#wakes.wake(run);
  }

  /** The last one who leaves a run takes its pages along. */
  #leave(run: RunId): void {
    const others = (this.#following.get(run) ?? 1) - 1;
    if (others > 0) return void this.#following.set(run, others);
    this.#following.delete(run);
    for (const page of this.#pages.keys()) if (page.startsWith(`${run} `)) this.#pages.delete(page);
  }

  /** One wait ends by a wake, by the poll, or by the signal, and leaves nothing behind. */
  async #wait(woken: Promise<void>, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const stop = new AbortController();
    const onAbort = () => stop.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      await Promise.race([woken, sleep(this.#clock, POLL_MS, stop.signal)]);
    } finally {
      signal.removeEventListener('abort', onAbort);
      stop.abort();
    }
  }

  async #read(run: RunId, after: number): Promise<Read> {
    const page = `${run} ${after}`;
    const known = this.#pages.get(page);
    if (known !== undefined) {
      this.#pages.delete(page);
      this.#pages.set(page, known);
      return known;
    }
    // Readers between the same two wakes share one query; a later one must look again.
    const now = `${page} ${this.#wakes.generation}`;
    const reading = this.#reading.get(now);
    if (reading !== undefined) return reading;
    const read = this.#load(run, after).finally(() => this.#reading.delete(now));
    this.#reading.set(now, read);
    const { head, entries } = await read;
    if (entries.length > 0) {
      this.#pages.set(page, { head, entries });
      const [oldest] = this.#pages.keys();
      if (this.#pages.size > SHARED_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    }
    return read;
  }

  /** Shared by several followers, so no one's signal ends it. */
  async #load(run: RunId, after: number): Promise<Read> {
    const page = await retryWrites(() => this.#storage.journals.page(run, { after, limit: PAGE_EVENTS }), {
      clock: this.#clock,
      policy: READ_RETRIES,
    });
    if (page === undefined) {
      throw new GlossaryError('run/not-found', `There is no run ${run}.`, { details: { runId: run } });
    }
    return { head: page.head, entries: Object.freeze(page.entries.map(Object.freeze)) as readonly JournalEntry[] };
  }
}
