import { createClient } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import type { Page } from 'playwright-core';

/** A run that another client starts, as two tabs see it. */
export interface SeenRun {
  /** Milliseconds from its first event until a tab shows it. */
  readonly begun: readonly number[];
  /** From its last event until a tab shows its end. */
  readonly ended: readonly number[];
}

/** Starts a run from elsewhere and waits for it in tabs that show anything of the project but the run itself. */
export async function watchRun(url: string, project: ProjectId, tabs: readonly Page[]): Promise<SeenRun> {
  await using client = createClient({ url });
  const begun = Promise.all(tabs.map((tab) => whenThere(tab, true)));
  // Waited for below; where the run cannot be started, nobody waits.
  begun.catch(() => undefined);
  const run = await client.runs.start(project, { title: 'Large', scope: 'extract' });
  const seen = await begun;
  const over = Promise.all(tabs.map((tab) => whenThere(tab, false)));
  over.catch(() => undefined);
  const events = await Array.fromAsync(run.events());
  const gone = await over;
  const times = events.flatMap((event) => ('at' in event ? [event.at] : []));
  return {
    begun: seen.map((at) => at - (times[0] ?? Number.NaN)),
    ended: gone.map((at) => at - (times.at(-1) ?? Number.NaN)),
  };
}

/** When the bar of a run came or went, in milliseconds since 1970; the browser runs by the same clock as the server. */
async function whenThere(tab: Page, isThere: boolean): Promise<number> {
  const seen = await tab.waitForFunction(
    (wanted) => (document.querySelector('.run-bar') !== null) === wanted && Date.now(),
    isThere,
    { polling: 20, timeout: 120_000 },
  );
  return (await seen.jsonValue()) || Number.NaN;
}
