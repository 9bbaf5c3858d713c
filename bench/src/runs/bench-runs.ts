/** `pnpm bench runs`: what the run system costs and how fast it answers, each figure beside its aim. */
import { append } from './append.ts';
import { replay } from './replay.ts';
import { isReached, type Row } from './row.ts';
import { cancelToSignal, cancelToTerminal, startToFirstEvent } from './start-and-cancel.ts';
import { steadyEvents } from './steady-events.ts';

export async function benchRuns(): Promise<void> {
  const rows: Row[] = [];
  for (const measure of [startToFirstEvent, cancelToSignal, cancelToTerminal, replay, append, steadyEvents]) {
    const measured = await measure();
    for (const row of measured) console.log(line(row));
    rows.push(...measured);
  }
  const missed = rows.filter((row) => !isReached(row));
  console.log(missed.length === 0 ? 'every aim is reached' : `missed: ${missed.map(({ name }) => name).join(' · ')}`);
  if (missed.length > 0) process.exitCode = 1;
}

function line(row: Row): string {
  const { name, value, unit, aim, note } = row;
  const wanted = aim === undefined ? '' : `, aim ${'most' in aim ? `≤ ${aim.most}` : `≥ ${aim.least}`}`;
  const mark = aim === undefined ? '' : isReached(row) ? ' ✓' : ' ✗';
  return `${name}: ${value >= 100 ? Math.round(value) : value.toFixed(1)} ${unit}${wanted}${mark}${note === undefined ? '' : ` (${note})`}`;
}
