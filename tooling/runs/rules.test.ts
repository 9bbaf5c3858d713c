import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from './mutations.ts';
import { chaosScenarios, ruleTitles, specifiedFaults, specifiedRules } from './rules.ts';

describe('the rules of runs', () => {
  it('are each named by a test', () => {
    const titles = ruleTitles();
    const rules = specifiedRules();
    expect(rules.length).toBeGreaterThan(30);
    expect(rules.filter((rule) => !titles.some((title) => new RegExp(`\\b${rule}\\b`, 'u').test(title)))).toEqual([]);
  });

  it('are each guarded by a planted fault', () => {
    const planted = new Set(mutations.map(({ rule }) => rule));
    expect(specifiedRules().filter((rule) => !planted.has(rule))).toEqual([]);
  });

  it('have planted faults whose place is still in the sources', () => {
    const sources = resolve(import.meta.dirname, '../../packages/core/src');
    const lost = mutations.filter(({ file, find }) => !readFileSync(join(sources, file), 'utf8').includes(find));
    expect(lost.map(({ rule, file }) => `${rule} ${file}`)).toEqual([]);
  });

  it('name every fault of their table in a test or a scenario', () => {
    const faults = specifiedFaults();
    const titles = ruleTitles();
    const tested = new Set(
      titles.flatMap((title) =>
        [...title.matchAll(/\brows? ([\d, ]+)/gu)].flatMap(([, rows = '']) => rows.split(',').map(Number)),
      ),
    );
    expect(faults.length).toBeGreaterThan(40);
    expect(faults.filter(({ row, isTested }) => isTested && !tested.has(row)).map(({ row }) => row)).toEqual([]);
    const scenarios = chaosScenarios();
    expect(
      faults.flatMap(({ scenarios: names }) => names).filter((name) => !scenarios.includes(`verdict('${name}'`)),
    ).toEqual([]);
  });
});
