import { createHash } from 'node:crypto';
import type { ExecutionContext } from '@genglossary/core';
import { openPlace, workOf } from './place.ts';
import type { Row } from './row.ts';

const CALLS = 10_000;
/** Questions at once, as a step asks them. */
const LANES = 8;

/** A run whose every paid call is kept already: how many calls a second it answers from its checkpoints. */
export async function replay(): Promise<Row[]> {
  const keys = Array.from({ length: CALLS }, (_, index) => createHash('sha256').update(`call ${index}`).digest('hex'));
  let made = 0;
  let seconds = 0;
  await using place = await openPlace(
    workOf(async (execution) => {
      const begun = performance.now();
      await inLanes(keys, (key) => ask(key, execution, () => (made += 1)));
      seconds = (performance.now() - begun) / 1000;
    }),
  );
  for (const expected of [CALLS, 0]) {
    made = 0;
    const { id } = await place.start();
    const run = await place.runs.settled(id);
    if (run.status !== 'completed' || made !== expected) throw new Error(`${run.status}, ${made} calls made.`);
  }
  const note = `${CALLS} calls, ${LANES} at once, each with its progress in the journal`;
  return [{ name: 'replay from checkpoints', value: CALLS / seconds, unit: 'calls/s', aim: { least: 5000 }, note }];
}

async function ask(key: string, { once, report }: ExecutionContext, onMade: () => void): Promise<void> {
  const usage = { calls: 1, inputTokens: 900, outputTokens: 120, cost: 0.001, unpricedCalls: 0 };
  await once(key, async () => {
    onMade();
    return { value: { text: `An answer of a usual length, to ${key}. `.repeat(4) }, usage };
  });
  report({ type: 'step-progress', step: 'define', done: 1, total: CALLS, item: key, outcome: 'reused' });
}

async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
