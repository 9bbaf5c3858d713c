import { createTestWork, startModelServer } from '@genglossary/core/testing';
import { openPlace, workOf } from './place.ts';
import { percentileRows, type Row } from './row.ts';

const unstopped = new AbortController().signal;

/** From the call of `start` to the first event in the hands of a follower. */
export async function startToFirstEvent(times = 300): Promise<Row[]> {
  await using place = await openPlace(workOf(async () => undefined));
  const durations: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now();
    const { id } = await place.start();
    for await (const followed of place.runs.journal.follow(id, { signal: unstopped })) {
      if (durations.length === time && followed.type === 'page') durations.push(performance.now() - begun);
    }
  }
  return percentileRows('start → first event', durations, { 50: 5, 99: 25 });
}

/** From the call of `cancel` to the abort of the signal that the step holds. */
export async function cancelToSignal(times = 200): Promise<Row[]> {
  let onStep: (() => void) | undefined;
  let abortedAt = 0;
  await using place = await openPlace(
    workOf(
      ({ signal }) =>
        new Promise((_, stop) => {
          signal.addEventListener('abort', () => {
            abortedAt = performance.now();
            stop(signal.reason as Error);
          });
          onStep?.();
        }),
    ),
  );
  const durations: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const { promise: waiting, resolve } = Promise.withResolvers<void>();
    onStep = resolve;
    const { id } = await place.start();
    await waiting;
    const begun = performance.now();
    await place.runs.cancel(id);
    await place.runs.settled(id);
    durations.push(abortedAt - begun);
  }
  return percentileRows('cancel → signal of the step', durations, { 99: 20 });
}

/** From the call of `cancel` to the terminal row, while a language model server hangs over four questions. */
export async function cancelToTerminal(times = 50): Promise<Row[]> {
  await using model = await startModelServer();
  model.behave({ kind: 'hang' });
  await using place = await openPlace(createTestWork(model.url));
  const durations: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const { id } = await place.start({ marker: `run-${time}`, items: 8, concurrency: 4 });
    await model.untilAsked(4 * (time + 1));
    const begun = performance.now();
    await place.runs.cancel(id);
    const { status } = await place.runs.settled(id);
    if (status !== 'cancelled') throw new Error(`The run is ${status}.`);
    durations.push(performance.now() - begun);
  }
  return percentileRows('cancel → terminal, model server hangs', durations, { 100: 2000 });
}
