/**
 * `node tooling/runs/proved.ts RESULTS.json`: that every rule of runs and every row of the fault table which a test shows
 * is named by a test that really ran and passed, as the test runner's own report says.
 */
import { readFileSync } from 'node:fs';
import { specifiedFaults, specifiedRules } from './rules.ts';

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

const [path = '.ci/results.json'] = process.argv.slice(2);
const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report;
const passed = testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'passed')
  .map(({ title }) => title);
const rows = new Set(
  passed.flatMap((title) =>
    [...title.matchAll(/\brows? ([\d, ]+)/gu)].flatMap(([, named = '']) => named.split(',').map(Number)),
  ),
);
const rules = specifiedRules();
const tested = specifiedFaults().filter(({ isTested }) => isTested);
const missing = [
  ...rules.filter((rule) => !passed.some((title) => new RegExp(`\\b${rule}\\b`, 'u').test(title))),
  ...tested.filter(({ row }) => !rows.has(row)).map(({ row }) => `row ${row}`),
];
console.log(`${rules.length} rules and ${tested.length} rows of faults, not proved: ${missing.join(', ') || 'none'}`);
process.exitCode = missing.length === 0 && rules.length > 30 ? 0 : 1;
