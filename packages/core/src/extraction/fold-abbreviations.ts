import type { Candidate, LanguageTag } from '../domain/index.ts';
import { foldName } from './merge-candidates.ts';

/** That a document gives one name as short for another; keys as `Candidate.key`. */
export interface StatedAbbreviation {
  readonly language: LanguageTag;
  readonly key: string;
  readonly shortKey: string;
}

/** A short form stands for one long form when at least this share of what says so agrees. */
const AGREEMENT = 2 / 3;

/**
 * Makes one candidate of an abbreviation and what it stands for, where documents say so and do not contradict each
 * other: it is named as the more frequent of the two, has the forms of both, and the place and score of the better.
 */
export function foldAbbreviations(
  candidates: readonly Candidate[],
  stated: readonly StatedAbbreviation[],
): readonly Candidate[] {
  const partners = partnersOf(candidates, stated);
  if (partners.size === 0) return candidates;
  const taken = new Set<string>();
  const folded: Candidate[] = [];
  for (const candidate of candidates) {
    const own = identity(candidate.language, candidate.key);
    if (taken.has(own)) continue;
    const partner = partners.get(own);
    if (partner === undefined) folded.push(candidate);
    else {
      taken.add(identity(partner.language, partner.key));
      folded.push(foldName(candidate, partner));
    }
  }
  return folded;
}

/** Each candidate of a pair to the other one. Who takes part in two pairs is in none: nobody knows which is meant. */
function partnersOf(
  candidates: readonly Candidate[],
  stated: readonly StatedAbbreviation[],
): ReadonlyMap<string, Candidate> {
  const counts = new Map<string, Map<string, number>>();
  for (const { language, key, shortKey } of stated) {
    const short = identity(language, shortKey);
    const expansions = counts.get(short) ?? new Map<string, number>();
    const long = identity(language, key);
    expansions.set(long, (expansions.get(long) ?? 0) + 1);
    counts.set(short, expansions);
  }
  const byIdentity = new Map<string, Candidate>();
  const named = new Set([...counts].flatMap(([short, expansions]) => [short, ...expansions.keys()]));
  for (const candidate of candidates) {
    const own = identity(candidate.language, candidate.key);
    if (named.has(own)) byIdentity.set(own, candidate);
  }
  const pairs = [...counts].flatMap(([short, expansions]) => {
    const total = [...expansions.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...expansions].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const [shortCandidate, longCandidate] = [byIdentity.get(short), byIdentity.get(best?.[0] ?? '')];
    if (best === undefined || shortCandidate === undefined || longCandidate === undefined) return [];
    return best[1] >= total * AGREEMENT ? [[shortCandidate, longCandidate] as const] : [];
  });
  const uses = new Map<Candidate, number>();
  for (const candidate of pairs.flat()) uses.set(candidate, (uses.get(candidate) ?? 0) + 1);
  return new Map(
    pairs
      .filter((pair) => pair.every((candidate) => uses.get(candidate) === 1))
      .flatMap(([short, long]) => [
        [identity(short.language, short.key), long],
        [identity(long.language, long.key), short],
      ]),
  );
}

function identity(language: LanguageTag, key: string): string {
  return `${language} ${key}`;
}
