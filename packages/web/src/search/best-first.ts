import { bestRank, fold } from './fold.ts';

/** What has a rank, the lowest first; of one rank in the order they come. */
export function bestFirst<One>(all: readonly One[], rankOf: (one: One) => number | undefined): readonly One[] {
  const ranked: One[][] = [];
  for (const one of all) {
    const rank = rankOf(one);
    if (rank !== undefined) (ranked[rank] ??= []).push(one);
  }
  return ranked.flat();
}

/**
 * Finds by any of their names: what answers best first, of equal answers in the order they come. Nothing that is asked
 * for finds all of them.
 */
export function findByName<One>(
  all: readonly One[],
  namesOf: (one: One) => readonly string[],
): (query: string) => readonly One[] {
  const named = all.map((one) => ({ one, folded: namesOf(one).map(fold) }));
  return (query) => {
    const wanted = fold(query.trim());
    if (wanted === '') return all;
    return bestFirst(named, ({ folded }) => bestRank(folded, wanted)).map(({ one }) => one);
  };
}
