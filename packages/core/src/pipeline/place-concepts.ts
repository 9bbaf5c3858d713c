import type { Concept, Term } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { conceptIdOf } from '../text/concept-id.ts';
import type { DigestedDocument } from './artifacts.ts';
import { designated } from './draft-concepts.ts';
import { locateTerms } from './locate-terms.ts';

/**
 * The places of those terms that became concepts. While all terms were looked for, a longer one that is no entry after
 * all ("bilge alarm") had the places of a shorter one within it ("alarm").
 */
export function* placeConcepts(
  concepts: readonly Concept[],
  terms: readonly Term[],
  digests: readonly DigestedDocument[],
): Sliced<readonly Concept[]> {
  if (concepts.length === terms.length) return concepts;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const kept = terms.filter((term) => byId.has(conceptIdOf(term)));
  const { occurrences } = yield* locateTerms(kept, digests, { isInProseKept: false });
  return kept.flatMap((term, index) => {
    const concept = byId.get(conceptIdOf(term));
    if (concept === undefined) return [];
    return [{ ...concept, occurrences: designated(occurrences[index] ?? [], term, concept.designations) }];
  });
}
