/** Marks that can be told apart on a rail of any height. */
const mostMarks = 400;

/** Where marks are drawn (shares of the whole, 0–1): those that would lie upon each other once. */
export function marksOf(shares: readonly number[]): number[] {
  return [...new Set(shares.map((share) => Math.round(share * mostMarks) / mostMarks))];
}

/** The index of the share that is nearest to one. */
export function nearestTo(share: number, shares: readonly number[]): number {
  let nearest = 0;
  for (const [index, one] of shares.entries()) {
    if (Math.abs(one - share) < Math.abs((shares[nearest] ?? 0) - share)) nearest = index;
  }
  return nearest;
}
