import type { CorpusStatistics } from './corpus-statistics.ts';

/**
 * How far a corpus is documentation, which says by its marks which words matter: 0 running text, 1 from two marks in a
 * thousand words on.
 */
export function markedShare({ wordCount, markCount }: Pick<CorpusStatistics, 'wordCount' | 'markCount'>): number {
  return wordCount === 0 ? 0 : Math.min(1, ((markCount / wordCount) * 1000) / 2);
}
