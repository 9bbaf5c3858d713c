import type { RunBudget } from '@genglossary/core';
import { invalid } from './invalid.ts';

/**
 * What a run may spend, in a person's words: `0.50` (US dollars), `200k-tokens`, `300-calls`. Several limits hold at once.
 *
 * @throws `config/invalid`
 */
export function budgetOf(words: readonly string[]): RunBudget | undefined {
  if (words.length === 0) return undefined;
  return Object.assign({}, ...words.map(limitOf)) as RunBudget;
}

const SCALE: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };

function limitOf(word: string): RunBudget {
  const matched = /^\$?(\d+(?:\.\d+)?)([km]?)(?:-(tokens|calls))?$/u.exec(word.trim().toLowerCase());
  const [, number = '', scale = '', unit] = matched ?? [];
  const value = Number(number) * (SCALE[scale] ?? 1);
  const isWhole = Number.isInteger(value);
  if (matched === null || value <= 0 || (unit !== undefined && !isWhole)) {
    throw invalid(`A budget is an amount (0.50 for US dollars), 200k-tokens or 300-calls; not ${word}.`);
  }
  return unit === 'tokens' ? { tokens: value } : unit === 'calls' ? { calls: value } : { cost: value };
}
