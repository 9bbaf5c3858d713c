import type { Candidate } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { BORROWS_PLURALS, singular } from '../text/normal-form.ts';
import { foldName } from './merge-candidates.ts';

/** Shorter names that differ by a space are often two words: "set up", "on line". */
const SHORTEST = 8;

/**
 * Makes one candidate of a name that is written in one word and in several ("TideTable", "tide table"), and of an English
 * singular and plural in the middle of Japanese. The better keeps its place and its score; the order stays.
 */
export function* foldSpellings(candidates: readonly Candidate[]): Sliced<readonly Candidate[]> {
  const places = new Map<string, number>();
  const folded: Candidate[] = [];
  for (const candidate of candidates) {
    yield;
    const key = BORROWS_PLURALS.has(candidate.language) ? singular(candidate.key) : candidate.key;
    const joined = key.replaceAll(' ', '');
    const spelling = `${candidate.language} ${joined}`;
    const place = places.get(spelling);
    const better = place === undefined ? undefined : folded[place];
    const isOne = joined.length >= SHORTEST || (better !== undefined && singular(better.key) === key);
    if (place !== undefined && isOne && better !== undefined && better.folded === undefined) {
      folded[place] = foldName(better, candidate);
    } else {
      if (place === undefined) places.set(spelling, folded.length);
      folded.push(candidate);
    }
  }
  return folded;
}
