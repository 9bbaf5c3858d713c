import type { Candidate } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { foldName } from './merge-candidates.ts';

/** Shorter names that differ by a space are often two words: "set up", "on line". */
const SHORTEST = 8;

/**
 * Makes one candidate of a name that is written in one word and in several ("TideTable", "tide table"). The better keeps
 * its place and its score; the order stays.
 */
export function* foldSpellings(candidates: readonly Candidate[]): Sliced<readonly Candidate[]> {
  const places = new Map<string, number>();
  const folded: Candidate[] = [];
  for (const candidate of candidates) {
    yield;
    const joined = candidate.key.replaceAll(' ', '');
    const spelling = `${candidate.language} ${joined}`;
    const place = joined.length < SHORTEST ? undefined : places.get(spelling);
    const better = place === undefined ? undefined : folded[place];
    if (place !== undefined && better !== undefined && better.folded === undefined) {
      folded[place] = foldName(better, candidate);
    } else {
      if (place === undefined) places.set(spelling, folded.length);
      folded.push(candidate);
    }
  }
  return folded;
}
