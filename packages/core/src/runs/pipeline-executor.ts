import type {
  FailedItem,
  PlannedQuestion,
  ProjectId,
  Run,
  RunCounts,
  RunEstimate,
  RunFailure,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { ExecutionContext } from '../pipeline/execution-context.ts';
import { type Clock, sleep } from '../runtime/clock.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import type { AttemptWriter } from './attempt-writer.ts';
import { createExecution, type Tally } from './execution.ts';
import type { InFlight } from './in-flight.ts';
import { RunStopped } from './run-stopped.ts';

/** The results of a run, built aside: `save` swaps them in, in the transaction that ends the run. */
export interface RunResults {
  readonly save: (stores: Stores) => Promise<void>;
}

export interface EstimateOptions {
  readonly signal: AbortSignal;
  /** Hears every question, in no order; what earlier runs were answered is then counted and told as if it were not known. */
  readonly onQuestion?: (question: PlannedQuestion) => void;
}

/** What a run does. One work serves any number of executions at once, so it holds nothing of any of them. */
export interface RunWork {
  /** What the run would spend, without a call. @throws whatever the run would find wrong before its first call · the signal's reason */
  estimate(input: string, project: ProjectId, options: EstimateOptions): Promise<RunEstimate>;
  /** @throws whatever fails the run; an item that fails is told by `execution.report` and does not throw */
  run(input: string, execution: ExecutionContext): Promise<RunResults>;
}

/** What an execution came to. `stopped` is no end of the run: another attempt goes on. */
export type ExecutionOutcome =
  | {
      readonly kind: 'ended';
      readonly status: 'completed' | 'partial' | 'failed' | 'cancelled';
      readonly counts: RunCounts;
      readonly failedItems: readonly FailedItem[];
      readonly failure?: RunFailure;
      readonly results?: RunResults;
    }
  | { readonly kind: 'stopped'; readonly reason: 'shutdown' | 'lease-lost' };

export interface ExecutorTools {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How long a stopped step may take to let go before the run goes on without it. */
  readonly graceMs: number;
}

/** Closing what a step opened may not hold up the end of its run for longer. */
const CLOSE_MS = 500;

/**
 * Executes the pipeline for one attempt of one run at a time or for many: it holds no state of any of them. Everything
 * about an execution is in the context that it makes, hands to the steps, and closes exactly once, however they end.
 */
export class PipelineExecutor {
  readonly #work: RunWork;
  readonly #tools: ExecutorTools;

  constructor(work: RunWork, tools: ExecutorTools) {
    this.#work = work;
    this.#tools = tools;
  }

  /** Never throws: whatever happens in a step is an outcome. */
  async execute(
    run: Run,
    {
      signal,
      writer,
      inFlight,
    }: { readonly signal: AbortSignal; readonly writer: AttemptWriter; readonly inFlight: InFlight },
  ): Promise<ExecutionOutcome> {
    const { storage, clock, metrics } = this.#tools;
    const { id: runId, projectId, attempt, scope, budget, usage } = run;
    const logger = this.#tools.logger.child({ run: runId, project: projectId, attempt });
    const execution = createExecution(
      { runId, projectId, attempt, scope, signal, budget, usage },
      { storage, writer, inFlight, clock, logger, metrics },
    );
    const done = await this.#untilStopped(run, execution.context);
    // Asked before anything else: results that were returned after a stop may be half of what they should be.
    const stop: unknown = signal.aborted ? signal.reason : undefined;
    await this.#close(execution, logger);
    return outcomeOf(done, stop, execution.tally());
  }

  /** The work's end; or, when it was stopped and does not let go, the stop. */
  async #untilStopped(run: Run, context: ExecutionContext): Promise<Done> {
    const { clock, graceMs } = this.#tools;
    const { signal } = context;
    const working = settled(() => this.#work.run(run.input, context));
    const over = new AbortController();
    const grace = new Promise<Done>((resolve) => {
      const onStop = () => {
        void sleep(clock, graceMs, over.signal).then(
          () => resolve({ kind: 'threw', error: signal.reason }),
          () => undefined,
        );
      };
      if (signal.aborted) onStop();
      else signal.addEventListener('abort', onStop, { once: true });
      over.signal.addEventListener('abort', () => signal.removeEventListener('abort', onStop), { once: true });
    });
    try {
      return await Promise.race([working, grace]);
    } finally {
      over.abort();
    }
  }

  async #close(execution: AsyncDisposable, logger: Logger): Promise<void> {
    const over = new AbortController();
    const closing = settled(async () => execution[Symbol.asyncDispose]());
    const late = sleep(this.#tools.clock, CLOSE_MS, over.signal).then(
      () => ({ kind: 'late' }) as const,
      () => ({ kind: 'late' }) as const,
    );
    const closed = await Promise.race([closing, late]);
    over.abort();
    if (closed.kind === 'threw') logger.error('execution-close-failed', { error: closed.error });
    if (closed.kind === 'late') logger.warn('execution-close-slow', { waitedMs: CLOSE_MS });
  }
}

type Done =
  | { readonly kind: 'returned'; readonly results: RunResults }
  | { readonly kind: 'threw'; readonly error: unknown };

/** A call as a value: a throw before the first wait, after it, or of something that is no error is all the same. */
async function settled<T>(
  call: () => Promise<T>,
): Promise<{ readonly kind: 'returned'; readonly results: T } | { readonly kind: 'threw'; readonly error: unknown }> {
  try {
    return { kind: 'returned', results: await call() };
  } catch (error) {
    return { kind: 'threw', error };
  }
}

function outcomeOf(done: Done, stop: unknown, { counts, failedItems, budgetReached }: Tally): ExecutionOutcome {
  const ended = { kind: 'ended', counts, failedItems } as const;
  if (done.kind === 'returned' && stop === undefined) {
    const { results } = done;
    if (budgetReached !== undefined) {
      return { ...ended, status: 'partial', failure: describeFailure(budgetReached), results };
    }
    return { ...ended, status: counts.failed > 0 ? 'partial' : 'completed', results };
  }
  if (stop instanceof RunStopped) {
    return stop.reason === 'cancel' ? { ...ended, status: 'cancelled' } : { kind: 'stopped', reason: stop.reason };
  }
  const error = stop ?? (done.kind === 'threw' ? done.error : undefined);
  return {
    ...ended,
    status: 'failed',
    failure: describeFailure(GlossaryError.is(error, 'storage/disk-full') ? diskFull(error) : error),
  };
}

/** What a full disk means for a run. */
function diskFull({ details }: GlossaryError<'storage/disk-full'>): GlossaryError<'run/disk-full'> {
  return new GlossaryError(
    'run/disk-full',
    'The disk is full. Make room and resume the run: what was finished is kept.',
    { details },
  );
}
