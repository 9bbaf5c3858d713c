import type { Insights } from '@genglossary/client';

export type Coverage = Insights['coverage'];

/** Share of mentions that have a definition, 0–1. */
export function shareOf({ mentions, defined }: Coverage): number {
  return mentions === 0 ? 0 : defined / mentions;
}

/** Documents where most remains to be defined, by mentions that have no definition. */
export function leastCovered(documents: Insights['documents'], most: number): Insights['documents'] {
  return documents
    .filter(({ mentions, defined }) => mentions > defined)
    .toSorted((a, b) => b.mentions - b.defined - (a.mentions - a.defined) || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}

/** How many definitions are at least as sure as this (0–1); the bins are of equal width. */
export function countFrom(bins: readonly number[], least: number): number {
  return bins.reduce((sum, count, index) => (index / bins.length >= least - 1e-9 ? sum + count : sum), 0);
}

/** A table as a file that spreadsheets read (RFC 4180); what could be taken for a formula begins with an apostrophe. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows].map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
