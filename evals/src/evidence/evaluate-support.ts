import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readProse, supportScores } from '@genglossary/core/engine';
import { officialTerms } from '../definitions.ts';

export interface SupportFigures {
  readonly set: string;
  readonly terms: number;
  /** Chance that an official definition scores higher with its own term than with another one, 0–1. */
  readonly auroc: number;
}

const MOST_TERMS = 1000;

const FORMATS: Readonly<Record<string, 'markdown' | 'restructuredtext' | 'text'>> = {
  '.md': 'markdown',
  '.rst': 'restructuredtext',
  '.txt': 'text',
};

/**
 * Whether the tool's score tells the official definition of a term from those of other terms: every definition held
 * against every official term that occurs, by the documents alone (the glossary itself is none of them).
 */
export function evaluateSupport(folder: string): SupportFigures[] {
  return globSync('*/gold.json', { cwd: folder })
    .toSorted()
    .flatMap((path) => {
      const set = path.replace(/\/gold\.json$/u, '');
      const terms = officialTerms(join(folder, set));
      // A set with thousands of terms has its definitions from its own sentences: telling those apart proves nothing.
      if (terms.length < 10 || terms.length > MOST_TERMS || !existsSync(join(folder, set, 'docs'))) return [];
      const language = set.endsWith('-ja') ? 'ja' : 'en';
      const sentences = globSync('docs/**/*.{md,rst,txt}', { cwd: join(folder, set) })
        .toSorted()
        .flatMap((name) => sentencesOf(join(folder, set, name)));
      const entries = terms.map(({ term, aliases, surfaceForms }) => {
        return { names: [...new Set([term, ...aliases, ...surfaceForms])], language };
      });
      const scores = supportScores(
        terms.map(({ definition }) => readProse('markdown', definition).text),
        entries,
        sentences,
      );
      const own = scores.map((row, index) => row[index] ?? 0);
      const others = scores.flatMap((row, index) => row.filter((_, at) => at !== index));
      return [{ set, terms: terms.length, auroc: auroc(own, others) }];
    });
}

function sentencesOf(path: string): string[] {
  const prose = readProse(FORMATS[extname(path)] ?? 'text', readFileSync(path, 'utf8'));
  return prose.blocks
    .flatMap(({ start, end }) => prose.text.slice(start, end).split(/(?<=[.!?])\s+|(?<=。)/u))
    .filter((sentence) => sentence.trim().length > 10);
}

/** Mann–Whitney: the share of pairs in which the true one scores higher; equal ones count half. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = negatives.toSorted((a, b) => a - b);
  const below = (value: number, isEqualBelow: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = sorted[middle] ?? 0;
      if (one < value || (isEqualBelow && one === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const won = positives.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return won / Math.max(1, positives.length * negatives.length);
}
