/**
 * `pnpm eval [--set DIR] [--json] [--write]`: scores every data set in the folder named by EVAL_DATA (or the one set),
 * each in a process of its own so that seconds and peak memory are its own. `--write` keeps the table in REPORT.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateSet, type SetResult } from './evaluate-set.ts';
import { figuresTable, writeFigures } from './report.ts';

const { values } = parseArgs({
  options: { set: { type: 'string' }, json: { type: 'boolean' }, write: { type: 'boolean' } },
});

if (values.set !== undefined) {
  const result = await evaluateSet(values.set);
  console.log(values.json === true ? JSON.stringify(result) : figuresTable([result]));
} else {
  const folder = process.env['EVAL_DATA'];
  if (folder === undefined || !existsSync(folder)) {
    console.error('Name the folder of the data sets: EVAL_DATA=… pnpm eval (or one set: pnpm eval --set DIR).');
    process.exit(2);
  }
  const results: SetResult[] = [];
  for (const name of setsIn(folder)) {
    console.error(`${basename(name)} …`);
    const output = execFileSync(
      process.execPath,
      [...process.execArgv, import.meta.filename, '--set', join(folder, name), '--json'],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const result: SetResult = JSON.parse(output);
    results.push(result);
  }
  console.log(values.json === true ? JSON.stringify(results, undefined, 2) : figuresTable(results));
  if (values.write === true) writeFigures(results);
}

/** A set is a folder with gold data in it. */
function setsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => existsSync(join(folder, name, 'gold.json')) || existsSync(join(folder, name, 'labels.jsonl')))
    .toSorted();
}
