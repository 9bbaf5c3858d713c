import type { EntrySummary } from '../../data/shapes.ts';

const shownTerms = 20;
const bins = 5;

/** The terms that stand most often in the documents. */
export function mostUsed(entries: readonly EntrySummary[]): readonly EntrySummary[] {
  return entries.toSorted((a, b) => b.occurrences - a.occurrences).slice(0, shownTerms);
}

/** How many of all mentions are of entries that have a definition; 0–1. */
export function coverageOf(entries: readonly EntrySummary[]): {
  readonly mentions: number;
  readonly defined: number;
  readonly share: number;
} {
  const mentions = mentionsOf(entries);
  const defined = mentionsOf(entries.filter(({ state }) => state === 'defined'));
  return { mentions, defined, share: mentions === 0 ? 0 : defined / mentions };
}

/** How many definitions are how sure: bins of equal width, the lowest first; 1 belongs to the last. */
export function confidenceBins(
  entries: readonly EntrySummary[],
): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
  const values = entries.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  return Array.from({ length: bins }, (_, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    count: values.filter((value) => Math.min(bins - 1, Math.floor(value * bins)) === index).length,
  }));
}

function mentionsOf(entries: readonly EntrySummary[]): number {
  return entries.reduce((total, { occurrences }) => total + occurrences, 0);
}
