import { describe, expect, it } from 'vitest';
import { mutations } from './mutations.ts';
import { ruleTitles, specifiedRules } from './rules.ts';

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
});
