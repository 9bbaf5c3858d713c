import type { Candidate, LanguageTag } from '../domain/index.ts';
import { mergeCandidates } from './merge-candidates.ts';

/** That a document gives another name of one thing beyond doubt; keys as `Candidate.key`. */
export interface StatedOtherName {
  readonly language: LanguageTag;
  readonly key: string;
  readonly otherKey: string;
}

/**
 * Makes one candidate of a name and the other names that documents give for it (what it was called once, foreign names
 * in brackets behind it), named by the first of them whichever is more frequent, with the place and score of the better.
 * A name that is said of two things stays a candidate of its own.
 */
export function foldOtherNames(
  candidates: readonly Candidate[],
  stated: readonly StatedOtherName[],
): readonly Candidate[] {
  if (stated.length === 0) return candidates;
  const present = new Set(candidates.map(identityOf));
  const owners = new Map<string, Set<string>>();
  for (const { language, key, otherKey } of stated) {
    const [owner, other] = [`${language} ${key}`, `${language} ${otherKey}`];
    if (present.has(owner) && present.has(other)) owners.set(other, (owners.get(other) ?? new Set()).add(owner));
  }
  const ownerOf = (candidate: Candidate): string => {
    const [owner, second] = owners.get(identityOf(candidate)) ?? [];
    // What is itself another name of something names nothing else.
    return owner === undefined || second !== undefined || owners.has(owner) ? identityOf(candidate) : owner;
  };
  return Map.groupBy(candidates, ownerOf)
    .entries()
    .flatMap(([owner, [best, ...others]]) => (best === undefined ? [] : [joined(best, others, owner)]))
    .toArray();
}

function joined(best: Candidate, others: readonly Candidate[], owner: string): Candidate {
  if (others.length === 0) return best;
  const named = others.find((candidate) => identityOf(candidate) === owner) ?? best;
  const { reading: _, ...merged } = others.reduce(mergeCandidates, best);
  const { key, language, term, kind, reading } = named;
  // Each stands in the ranking where it would stand alone.
  const folded = others.reduce((lesser, other) => ({
    ...other,
    forms: [...other.forms, ...lesser.forms],
    folded: lesser,
  }));
  return { ...merged, key, language, term, kind, ...(reading !== undefined && { reading }), folded };
}

function identityOf({ language, key }: Candidate): string {
  return `${language} ${key}`;
}
