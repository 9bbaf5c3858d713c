import type { CorpusStatistics } from './corpus-statistics.ts';
import { markedShare } from './marked-share.ts';

/** A page or two still has its handful of terms; rates that hold for books would leave one. */
const FEWEST = 10;

/**
 * How many terms a corpus asks for.
 *
 * Running text without marks is read by people who need each technical word: about 28 forms in a thousand words, and
 * beyond 50,000 words fewer, as its vocabulary grows (Heaps' law with exponent 0.7). Documentation says by its marks
 * which words matter, repeats itself, and grows by describing old concepts again: its terms grow with the square root
 * of its words. Between the two, the share of marks decides.
 */
export function chooseCut({ wordCount, markCount }: Pick<CorpusStatistics, 'wordCount' | 'markCount'>): number {
  if (wordCount === 0) return 0;
  const prose = Math.min(0.028 * wordCount, 1400 * (wordCount / 50_000) ** 0.7);
  const documentation = Math.min(prose, 0.37 * Math.sqrt(wordCount));
  const marked = markedShare({ wordCount, markCount });
  const asked = Math.round(prose ** (1 - marked) * documentation ** marked);
  return Math.max(1, asked, Math.min(FEWEST, Math.round(wordCount / 8)));
}
