import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ExecutionContext } from '@genglossary/core';
import { openPlace, workOf } from './place.ts';
import type { Row } from './row.ts';

const EVENTS_PER_SECOND = 200;
const SECONDS = 10;
/** How often the step tells what it has to tell. */
const EVERY_MS = 20;

/** What a run that tells 200 events a second costs the process, with one live follower, and how long the loop is held. */
export async function steadyEvents(): Promise<Row[]> {
  const cpu = process.cpuUsage();
  const { seen, seconds } = await followSteadyRun();
  const { user, system } = process.cpuUsage(cpu);
  const note = `${seen} events in ${seconds.toFixed(1)} s, one live follower`;
  // Apart, because the timer of this measurement costs time of its own.
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await followSteadyRun();
  delay.disable();
  return [
    {
      name: 'processor time at 200 events/s, of one core',
      value: (user + system) / 1e4 / seconds,
      unit: '%',
      aim: { most: 10 },
      note,
    },
    { name: 'event-loop delay at 200 events/s, p99', value: delay.percentile(99) / 1e6 - 1, unit: 'ms', note },
  ];
}

async function followSteadyRun(): Promise<{ readonly seen: number; readonly seconds: number }> {
  await using place = await openPlace(workOf(tellSteadily));
  const begun = performance.now();
  const { id } = await place.start();
  let seen = 0;
  for await (const followed of place.runs.journal.follow(id, { signal: new AbortController().signal })) {
    if (followed.type === 'page') seen += followed.entries.length;
  }
  if (seen < EVENTS_PER_SECOND * SECONDS) throw new Error(`Only ${seen} events were seen.`);
  return { seen, seconds: (performance.now() - begun) / 1000 };
}

async function tellSteadily({ report }: ExecutionContext): Promise<void> {
  const total = EVENTS_PER_SECOND * SECONDS;
  const perTick = (EVENTS_PER_SECOND * EVERY_MS) / 1000;
  const begun = performance.now();
  for (let done = 0; done < total; ) {
    for (let told = 0; told < perTick; told += 1) {
      done += 1;
      report({ type: 'step-progress', step: 'define', done, total, item: `term number ${done}` });
    }
    await until(begun + (done / EVENTS_PER_SECOND) * 1000);
  }
}

function until(time: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, Math.max(0, time - performance.now())));
}
