/**
 * `pnpm chaos [scenario …] [--n 200] [--seed 1]`: real processes, real kills. Prints what was tried and what was wrong;
 * fails when anything was wrong, or when too little was tried to prove anything.
 */
import { parseArgs } from 'node:util';
import { firstBoot } from './first-boot.ts';
import { freeze } from './freeze.ts';
import { fullDisk } from './full-disk.ts';
import { kill } from './kill.ts';
import { power } from './power.ts';
import type { Report } from './report.ts';
import { terminate } from './terminate.ts';

export interface ScenarioOptions {
  readonly n: number;
  readonly seed: number;
}

const scenarios: Readonly<Record<string, (options: ScenarioOptions) => Promise<Report>>> = {
  kill,
  terminate,
  'first-boot': firstBoot,
  power,
  freeze,
  'full-disk': fullDisk,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { n: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const options = { n: Number(values.n), seed: Number(values.seed) };
const chosen = positionals.filter((name) => name !== '--');
const names = chosen.length === 0 || chosen.includes('all') ? Object.keys(scenarios) : chosen;
const reports: Report[] = [];
for (const name of names) {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`No scenario ${name}: ${Object.keys(scenarios).join(', ')}.`);
  const begun = performance.now();
  const report = await scenario(options);
  reports.push(report);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  console.log(`${report.outcome.toUpperCase()} ${name} (rows ${report.rows.join(', ')}) ${seconds} s`);
  for (const line of report.lines) console.log(`  ${line}`);
}
const count = (outcome: Report['outcome']) => reports.filter((report) => report.outcome === outcome).length;
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run`);
process.exitCode = count('failed') === 0 ? 0 : 1;
