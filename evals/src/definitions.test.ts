import * as fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { evaluateSentences, evaluateTexts, rougeL } from './definitions.ts';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

describe('figures of definitions', () => {
  it('counts hits, misses and false alarms of one split', async () => {
    const set = directoryWith('labels.jsonl', [
      { sentence: 'A quay is a wall where boats land.', label: 1, split: 'dev' },
      { sentence: 'A sluice is a gate for water.', label: 1, split: 'dev' },
      { sentence: 'The quay is a mess.', label: 0, split: 'dev' },
      { sentence: 'A boat is a vessel.', label: 1, split: 'train' },
    ]);
    expect(
      await evaluateSentences(set, { defines: (sentence) => Promise.resolve(sentence.includes('quay')), split: 'dev' }),
    ).toEqual({
      sentences: 3,
      precision: 50,
      recall: 50,
      f1: 50,
    });
  });

  it('counts a term without a text as nothing, and one shown in use as no definition', async () => {
    const set = directoryWith('gold.json', [
      [
        { term: 'quay', occurs: true, definition: 'a wall where boats land' },
        { term: 'sluice', occurs: true, definition: 'a gate for water' },
        { term: 'lock', occurs: true, definition: 'two gates' },
        { term: 'unused', occurs: false, definition: 'not in the documents' },
      ],
    ]);
    const texts = new Map([
      ['quay', { text: 'A wall where boats land.', isExplained: true }],
      ['sluice', undefined],
      ['lock', { text: 'The lock holds two gates.', isExplained: false }],
    ]);
    expect(await evaluateTexts(set, () => Promise.resolve(texts))).toEqual({
      gold: 3,
      covered: 33.3,
      rougeLAll: 52.4,
      rougeLDefined: 33.3,
      rougeLCovered: 100,
    });
  });

  it('compares Japanese by characters', () => {
    expect(rougeL('船の壁', '船の壁です')).toBeCloseTo(0.75);
  });

  it('is symmetric, 1 for a text with itself and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-e ]{1,30}$/u), fc.stringMatching(/^[a-e ]{1,30}$/u), (a, b) => {
        expect(rougeL(a, b)).toBeCloseTo(rougeL(b, a));
        expect(rougeL(a, b)).toBeGreaterThanOrEqual(0);
        expect(rougeL(a, b)).toBeLessThanOrEqual(1);
        if (a.trim() !== '') expect(rougeL(a, a)).toBe(1);
      }),
    );
  });
});

function directoryWith(name: string, rows: readonly unknown[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'genglossary-eval-'));
  directories.push(directory);
  writeFileSync(join(directory, name), rows.map((row) => JSON.stringify(row)).join('\n'));
  return directory;
}
