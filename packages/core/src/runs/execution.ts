import type { FailedItem, ReportEvent, RunBudget, RunCounts, RunUsage } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { BeginPaying, ExecutionContext, Made, RunFacts } from '../pipeline/execution-context.ts';
import type { Clock } from '../runtime/clock.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Storage } from '../storage/storage.ts';
import { retryWrites } from './retry-writes.ts';
import type { AttemptWriter } from './attempt-writer.ts';
import type { InFlight } from './in-flight.ts';

export interface ExecutionTools {
  readonly storage: Storage;
  readonly writer: AttemptWriter;
  readonly inFlight: InFlight;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** What an execution has come to so far. */
export interface Tally {
  readonly counts: RunCounts;
  readonly failedItems: readonly FailedItem[];
  /** What stopped the run from making more. */
  readonly budgetReached: GlossaryError<'run/budget-reached'> | undefined;
}

/** One execution as its executor holds it: the frozen context that steps are handed, and what it has come to. */
export interface Execution extends AsyncDisposable {
  readonly context: ExecutionContext;
  readonly tally: () => Tally;
}

/** What was kept is asked for again for so long. */
const READ_RETRIES = { baseMs: 50, capMs: 1000, limitMs: 30_000 };

/** Everything about one execution lives here, and nowhere else; disposing closes what its steps opened. */
export function createExecution(
  facts: RunFacts & { readonly signal: AbortSignal; readonly budget: RunBudget | undefined; readonly usage: RunUsage },
  { storage, writer, inFlight, clock, logger, metrics }: ExecutionTools,
): Execution {
  const { signal, budget, usage, ...run } = facts;
  const { runId: id, projectId, attempt } = run;
  const resources = new AsyncDisposableStack();
  const counts = { done: 0, failed: 0, reused: 0 };
  const failedItems: FailedItem[] = [];
  const stepsBegun = new Map<string, number>();
  const spending = createSpending(budget, usage);
  const making = new Map<string, Promise<unknown>>();

  const report = (event: ReportEvent): void => {
    switch (event.type) {
      case 'step-start':
        stepsBegun.set(event.step, clock.monotonic());
        break;
      case 'step-end': {
        const begun = stepsBegun.get(event.step);
        if (begun !== undefined) metrics.stepSeconds.observe({ step: event.step }, (clock.monotonic() - begun) / 1000);
        break;
      }
      case 'step-progress':
        if (event.outcome === 'made') counts.done += 1;
        if (event.outcome === 'reused') counts.reused += 1;
        if (event.outcome !== undefined) metrics.items.inc({ outcome: event.outcome });
        break;
      case 'item-failed': {
        const { step, item, failure, tries } = event;
        counts.failed += 1;
        metrics.items.inc({ outcome: 'failed' });
        failedItems.push({ step, item, ...failure, tries });
        break;
      }
      case 'document-skipped':
      case 'glossary-unchanged':
        break;
      case 'log':
        logger[event.level]('step-log', { message: event.message });
        break;
      default:
        event satisfies never;
    }
    // A step that was stopped may go on talking for a moment; its run is no longer listening.
    if (!signal.aborted) writer.tell(event);
  };

  const recordCall: ExecutionContext['recordCall'] = (call, { text, spent } = {}) => {
    if (spent !== undefined) count(spent);
    writer.record({ call, ...(text === undefined ? {} : { text }), ...(spent === undefined ? {} : { spent }) });
  };

  const count = (spent: RunUsage | undefined): void => {
    spending.add(spent);
    metrics.modelCalls.inc(spent?.calls ?? 0);
    metrics.modelTokens.inc({ direction: 'input' }, spent?.inputTokens ?? 0);
    metrics.modelTokens.inc({ direction: 'output' }, spent?.outputTokens ?? 0);
  };

  // Written by `keep`, as JSON of the same type: the key names everything that the value depends on.
  const kept = async <T>(keys: readonly string[]): Promise<Map<string, T>> => {
    if (keys.length === 0) return new Map();
    // A database that is gone for a moment must not cost an item one of its tries.
    const values = await retryWrites(() => storage.checkpoints.get(projectId, keys), {
      clock,
      policy: READ_RETRIES,
      signal,
    });
    return new Map([...values].map(([key, value]) => [key, JSON.parse(value) as T]));
  };

  const makeEach: ExecutionContext['makeEach'] = async (work) => {
    signal.throwIfAborted();
    let hasBegun = false;
    const begin = async () => {
      if (hasBegun) return;
      // The process ends: nothing new is paid for, and the stop is at hand.
      if (inFlight.isDraining) await aborted(signal);
      signal.throwIfAborted();
      spending.begin();
      inFlight.begin();
      hasBegun = true;
    };
    try {
      const made = await pay(
        () => work(signal, begin),
        () => hasBegun,
      );
      await keep(made);
      return made.value;
    } finally {
      if (hasBegun) inFlight.end();
    }
  };

  /** One paid call; its failure is counted, unless it was stopped. */
  const pay = async <T>(work: () => Promise<Made<T>>, hasBegun: () => boolean): Promise<Made<T>> => {
    try {
      const made = await work();
      // Before it is over: between the two another lane would find neither the call in flight nor what it came to.
      count(made.usage);
      return made;
    } catch (error) {
      if (hasBegun() && !signal.aborted) metrics.modelErrors.inc({ code: describeFailure(error).code });
      throw error;
    } finally {
      if (hasBegun()) spending.end();
    }
  };

  const keep = async ({ value, usage: spent }: Made<ReadonlyMap<string, unknown>>): Promise<void> => {
    const checkpoints = Array.from(value, ([key, one]) => ({ key, value: JSON.stringify(one) }));
    if (signal.aborted) {
      // It was paid for: the next run shall find it, although this one is no longer listening.
      for (const checkpoint of checkpoints) await storage.checkpoints.keepLate({ id, attempt }, checkpoint);
      throw signal.reason as Error;
    }
    // Handed over in one turn of the event loop, they are written in one transaction.
    await Promise.all(checkpoints.map((one, index) => writer.keep(one, index === 0 ? spent : undefined)));
  };

  const context: ExecutionContext = Object.freeze({
    run: Object.freeze(run),
    signal,
    clock,
    logger,
    report,
    recordCall,
    once<T>(key: string, work: (given: AbortSignal) => Promise<Made<T>>): Promise<T> {
      const shared = making.get(key) as Promise<T> | undefined;
      if (shared !== undefined) return shared;
      const one = async (stop: AbortSignal, begin: BeginPaying) => {
        await begin();
        const { value, usage: spent } = await work(stop);
        return { value: new Map([[key, value]]), ...(spent === undefined ? {} : { usage: spent }) };
      };
      const made = kept<T>([key])
        .then((found) => (found.has(key) ? found : makeEach(one)))
        // Found or made: `one` answers its key.
        .then((results) => results.get(key) as T)
        .finally(() => making.delete(key));
      making.set(key, made);
      return made;
    },
    makeEach,
    kept,
    use: <R extends AsyncDisposable | Disposable>(resource: R) => resources.use(resource),
  });
  return {
    context,
    tally: () => ({ counts: { ...counts }, failedItems: [...failedItems], budgetReached: spending.reached() }),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/**
 * Counts what a run spends against the most it may. Calls in flight count as made, at what calls came to so far, so that
 * lanes do not overshoot.
 */
function createSpending(budget: RunBudget = {}, spent: RunUsage) {
  let { calls, cost } = spent;
  let tokens = spent.inputTokens + spent.outputTokens;
  let inFlight = 0;
  let reached: GlossaryError<'run/budget-reached'> | undefined;
  return {
    begin(): void {
      const grown = calls === 0 ? 1 : (calls + inFlight) / calls;
      if (isReached(budget.calls, calls + inFlight)) reached = reachedAt(`${budget.calls} calls`);
      else if (isReached(budget.tokens, tokens * grown)) reached = reachedAt(`${budget.tokens} tokens`);
      else if (isReached(budget.cost, cost * grown)) reached = reachedAt(`${budget.cost} US dollars`);
      if (reached !== undefined) throw reached;
      inFlight += 1;
    },
    end(): void {
      inFlight -= 1;
    },
    add(usage: RunUsage | undefined): void {
      if (usage === undefined) return;
      calls += usage.calls;
      tokens += usage.inputTokens + usage.outputTokens;
      cost += usage.cost;
    },
    reached: () => reached,
  };
}

function reachedAt(limit: string): GlossaryError<'run/budget-reached'> {
  return new GlossaryError('run/budget-reached', `The run reached the most it may spend: ${limit}.`, {
    details: { limit },
  });
}

function isReached(limit: number | undefined, value: number): boolean {
  return limit !== undefined && value >= limit;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
