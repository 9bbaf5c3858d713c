import pMap from 'p-map';
import type { StepName } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { sleep } from '../runtime/clock.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import type { ExecutionContext } from './execution-context.ts';

export interface ItemOptions<Item> {
  readonly step: StepName;
  /** What people call the item. */
  readonly nameOf: (item: Item) => string;
  /** How many at once, from 1. */
  readonly concurrency: number;
  /** How often one item is tried, from 1. */
  readonly tries?: number;
  /** Whether trying again can help; an error that says the same every time is not asked twice. */
  readonly isRetryable?: (error: unknown) => boolean;
}

const TRIES = 3;
const BACKOFF_MS = 200;
const LONGEST_BACKOFF_MS = 5000;

/**
 * Works through the items of a step, in lanes, each finished item told and kept by itself: a crash loses at most those
 * in flight. An item that fails is tried again, then told as failed, and the others go on; its place in the answer is
 * `undefined`. When the budget is reached every item that is left is told as failed for that reason, without a try.
 *
 * @throws the reason of `execution.signal`, and nothing else
 */
export async function processItems<Item, Out>(
  items: readonly Item[],
  execution: ExecutionContext,
  { step, nameOf, concurrency, tries = TRIES, isRetryable = () => true }: ItemOptions<Item>,
  work: (item: Item, execution: ExecutionContext) => Promise<Out>,
): Promise<(Out | undefined)[]> {
  const { signal, clock, report, logger } = execution;
  let done = 0;
  const process = async (item: Item): Promise<Out | undefined> => {
    const name = nameOf(item);
    for (let tried = 1; ; tried += 1) {
      signal.throwIfAborted();
      const watched = watchOnce(execution);
      try {
        const out = await work(item, watched.execution);
        done += 1;
        const outcome = watched.isReused() ? 'reused' : 'made';
        report({ type: 'step-progress', step, done, total: items.length, item: name, outcome });
        return out;
      } catch (error) {
        signal.throwIfAborted();
        const isFinal = GlossaryError.is(error, 'run/budget-reached') || !isRetryable(error);
        const failure = describeFailure(error);
        if (isFinal || tried >= tries) {
          report({ type: 'item-failed', step, item: name, failure, tries: tried });
          logger.warn('item-failed', { step, item: name, ...failure, tries: tried });
          return undefined;
        }
        logger.info('item-retry', { step, item: name, ...failure, tries: tried });
        const longest = Math.min(LONGEST_BACKOFF_MS, BACKOFF_MS * 2 ** (tried - 1));
        await sleep(clock, Math.random() * longest, signal);
      }
    }
  };
  return pMap(items, process, { concurrency, signal });
}

/** The execution as one item sees it, and whether all that the item asked for was there already. */
function watchOnce(execution: ExecutionContext) {
  let asked = 0;
  let made = 0;
  const once: ExecutionContext['once'] = (key, make) => {
    asked += 1;
    return execution.once(key, (signal) => {
      made += 1;
      return make(signal);
    });
  };
  return { execution: Object.freeze({ ...execution, once }), isReused: () => asked > 0 && made === 0 };
}
