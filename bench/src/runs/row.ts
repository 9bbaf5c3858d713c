/** One figure of the table, beside what it has to reach. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'calls/s' | '%' | 'rows/s';
  /** The most (or the least) it may be. */
  readonly aim?: { readonly most: number } | { readonly least: number };
  readonly note?: string;
}

export function isReached({ value, aim }: Row): boolean {
  if (aim === undefined) return true;
  return 'most' in aim ? value <= aim.most : value >= aim.least;
}

/** `p50`, `p99` and the greatest of some durations, by the nearest rank. */
export function percentileRows(
  name: string,
  durations: readonly number[],
  aims: Readonly<Partial<Record<50 | 99 | 100, number>>>,
): Row[] {
  const sorted = durations.toSorted((a, b) => a - b);
  return [50, 99, 100].map((share): Row => {
    const value = sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN;
    const most = aims[share as 50 | 99 | 100];
    const label = share === 100 ? 'most' : `p${share}`;
    const note = `${durations.length} runs`;
    return { name: `${name}, ${label}`, value, unit: 'ms', note, ...(most === undefined ? {} : { aim: { most } }) };
  });
}
