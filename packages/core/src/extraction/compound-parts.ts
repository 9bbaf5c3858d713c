import type { LanguageTag } from '../domain/index.ts';

/** Languages that write a compound as one word. Elsewhere a word that ends like another is seldom made of it. */
const COMPOUNDING: ReadonlySet<LanguageTag> = new Set(['af', 'da', 'de', 'is', 'nb', 'nl', 'nn', 'no', 'sv']);

export function isCompounding(language: LanguageTag): boolean {
  return COMPOUNDING.has(language);
}

/** Shorter endings and beginnings are found by chance. */
const SHORTEST_PART = 4;
/** What is left of the word is a word as well, or nearly. */
const SHORTEST_REST = 3;

/**
 * What a word could be made of: its possible beginnings and endings ("mast" and "light", or longer ones with the letters
 * that tie them), each with how often `count` says it occurs by itself: the most frequent of either.
 */
export function compoundParts(word: string, count: (part: string) => number): { opening: number; ending: number } {
  let [opening, ending] = [0, 0];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_REST; at += 1) {
    opening = Math.max(opening, count(word.slice(0, at)));
  }
  for (let at = SHORTEST_REST; at <= word.length - SHORTEST_PART; at += 1) {
    ending = Math.max(ending, count(word.slice(at)));
  }
  return { opening, ending };
}
