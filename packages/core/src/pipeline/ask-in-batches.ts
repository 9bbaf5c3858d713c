import pMap from 'p-map';
import type { ModelStep, RunFailure } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { LanguageModel, ModelAnswer } from '../llm/language-model.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import { inSlices, mapped } from '../runtime/in-slices.ts';
import { createLanes } from '../runtime/lanes.ts';
import type { ExecutionContext } from './execution-context.ts';
import { recordingModel, recordReused } from './record-calls.ts';

/** One thing to ask a model about. */
export interface ModelItem<Item> {
  readonly item: Item;
  /** Everything that the answer depends on, hashed: prompt version, model, contents. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** Only items of one group share a call. */
  readonly group: string;
}

export interface AskOptions<Item, Answer> {
  readonly step: ModelStep;
  readonly model: LanguageModel;
  /** Which wording of our instructions the questions have. */
  readonly promptVersion: string;
  /** Answers by the place of the item in the batch; what is not answered is asked for again in a smaller batch. */
  readonly ask: (
    batch: readonly Item[],
    options: { readonly model: LanguageModel; readonly signal: AbortSignal },
  ) => Promise<ModelAnswer<ReadonlyMap<number, Answer>>>;
  /** A second look at what has an answer already: its progress is not told, and its failures are no failures. */
  readonly isOptional?: boolean;
}

/**
 * Asks a model about many items: what is remembered is not asked, the rest goes out in batches, as many at once as the
 * model has lanes. A batch that fails or comes back incomplete is halved, down to single items; an item that fails by
 * itself is told as failed and the others go on. What would fail for every item (a wrong name, no key, nobody there)
 * ends it at once.
 *
 * @throws `llm/…` that concern all items · the reason of `execution.signal`
 */
export async function askInBatches<Item, Answer>(
  items: readonly ModelItem<Item>[],
  execution: ExecutionContext,
  { step, model, promptVersion, ask, isOptional = false }: AskOptions<Item, Answer>,
): Promise<ReadonlyMap<string, Answer>> {
  const { signal, report, logger } = execution;
  const unique = [...new Map(items.map((item) => [item.key, item])).values()];
  const answers = new Map<string, Answer>(await execution.kept<Answer>(unique.map(({ key }) => key)));
  const missing = unique.filter(({ key }) => !answers.has(key));
  let done = 0;
  const finished = (item: string, outcome: 'made' | 'reused') => {
    done += 1;
    if (!isOptional) report({ type: 'step-progress', step, done, total: unique.length, item, outcome });
  };
  const reused = unique.filter(({ key }) => answers.has(key)).map(({ name }) => name);
  await inSlices(
    mapped(reused, (name) => finished(name, 'reused')),
    signal,
  );
  const facts = { step, promptVersion, model, execution };
  recordReused(reused, facts);

  const halt = new AbortController();
  const stopped = AbortSignal.any([signal, halt.signal]);
  // As many again are made ready while the lanes are taken: no lane waits for the making of a question.
  const takeDesk = createLanes(2 * model.lanes);
  let failedInARow = 0;
  let hasSucceeded = false;
  const giveUp = ({ name }: ModelItem<Item>, failure: RunFailure, error: unknown) => {
    logger.warn('item-failed', { step, item: name, ...failure });
    if (isOptional) return;
    report({ type: 'item-failed', step, item: name, failure, tries: 1 });
    if (GlossaryError.is(error, 'run/budget-reached')) return;
    failedInARow += 1;
    if (!hasSucceeded && failedInARow >= HOPELESS) halt.abort(error);
  };

  const solve = async (batch: readonly ModelItem<Item>[]): Promise<void> => {
    if (halt.signal.aborted) return;
    signal.throwIfAborted();
    const byKey = new Map(batch.map((item) => [item.key, item]));
    try {
      using desk = await takeDesk();
      if (halt.signal.aborted) return;
      const found = await execution.makeEach<Answer>(async (_signal, begin) => {
        const answer = await ask(
          batch.map(({ item }) => item),
          {
            model: recordingModel(
              batch.map(({ name }) => name),
              { ...facts, begin },
            ),
            signal: stopped,
          },
        );
        // The answer is here: somebody else may ask while it is being kept.
        desk.leave();
        const value = new Map<string, Answer>();
        for (const [place, one] of answer.value) {
          const key = batch[place]?.key;
          if (key !== undefined) value.set(key, one);
        }
        return { value, usage: answer.usage };
      });
      for (const [key, answer] of found) {
        answers.set(key, answer);
        finished(byKey.get(key)?.name ?? '', 'made');
        hasSucceeded = true;
      }
      const left = batch.filter(({ key }) => !found.has(key));
      if (left.length === 0) return;
      if (batch.length > 1) return await solveHalves(left);
      const problem = 'The model answered without this item.';
      const error = new GlossaryError('llm/invalid-answer', problem, { details: { problem, raw: '' } });
      for (const one of left) giveUp(one, describeFailure(error), error);
    } catch (error) {
      signal.throwIfAborted();
      if (halt.signal.aborted) return;
      if (concernsAll(error)) return halt.abort(error);
      if (batch.length > 1 && canBeSplit(error)) return solveHalves(batch);
      for (const one of batch) giveUp(one, describeFailure(error), error);
    }
  };
  const solveHalves = async (batch: readonly ModelItem<Item>[]) => {
    const middle = Math.ceil(batch.length / 2);
    await solve(batch.slice(0, middle));
    if (middle < batch.length) await solve(batch.slice(middle));
  };

  // As many more wait for their answers to be kept, which holds nobody up who asks.
  await pMap(batchesOf(missing, model), solve, { concurrency: 3 * model.lanes, signal });
  if (halt.signal.aborted) throw halt.signal.reason;
  return answers;
}

/** So many failures and not one success: it is not the items. */
const HOPELESS = 5;

const FOR_ALL: ReadonlySet<string> = new Set([
  'llm/unreachable',
  'llm/refused-address',
  'llm/wrong-address',
  'llm/unauthorised',
  'llm/quota-exhausted',
  'llm/model-not-found',
  'llm/rate-limited',
]);

function concernsAll(error: unknown): boolean {
  return GlossaryError.is(error) && FOR_ALL.has(error.code);
}

const BY_SIZE: ReadonlySet<string> = new Set([
  'llm/prompt-too-long',
  'llm/truncated',
  'llm/invalid-answer',
  'llm/rejected',
  'llm/timeout',
]);

/** Whether fewer items in a call can help: it was too much at once, or one item spoils the others. */
function canBeSplit(error: unknown): boolean {
  return GlossaryError.is(error) && BY_SIZE.has(error.code);
}

/** Batches of one group each, groups in the order of their first item; smaller ones where lanes would stay empty. */
function batchesOf<Item>(items: readonly ModelItem<Item>[], { batchSize, lanes }: LanguageModel): ModelItem<Item>[][] {
  const size = Math.min(batchSize, Math.max(1, Math.ceil(items.length / lanes)));
  return [...Map.groupBy(items, ({ group }) => group).values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / size) }, (_, at) => group.slice(at * size, (at + 1) * size)),
  );
}
