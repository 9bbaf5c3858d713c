import type { ConceptId, LanguageTag, WorkbenchTerm } from '../domain/index.ts';
import { conceptIdOf } from '../text/concept-id.ts';
import { normalForm } from '../text/normal-form.ts';
import type { UseCounter, Uses } from './use-counter.ts';

/**
 * What people require and the tool did not take for a term by itself: without a score, but counted in the texts, as its
 * entry counts it where it has one. The most frequent first.
 */
export async function addedTerms(
  /** In the order that people gave them; each once. */
  names: readonly string[],
  {
    language,
    usesOf,
    counter,
  }: {
    readonly language: LanguageTag;
    readonly usesOf: (entry: ConceptId) => Uses | undefined;
    readonly counter: UseCounter;
  },
): Promise<readonly Omit<WorkbenchTerm, 'rank' | 'entry' | 'categoryId'>[]> {
  const terms = names.map((term) => {
    const key = normalForm(term, language);
    const id = conceptIdOf({ language, key });
    return { term, key, id, uses: usesOf(id) };
  });
  const without = terms.filter(({ uses }) => uses === undefined).map(({ term }) => term);
  const counts = await counter.count(without, language);
  const counted = new Map(without.map((term, index) => [term, counts[index]]));
  return terms
    .map(({ id, key, term, uses = counted.get(term) }) => ({
      id,
      key,
      language,
      term,
      kind: 'term' as const,
      forms: [],
      frequency: uses?.occurrences ?? 0,
      documentFrequency: uses?.documents ?? 0,
      score: 0,
      parts: [],
      decision: 'required' as const,
      isKept: false,
      isAdded: true,
    }))
    .toSorted((a, b) => b.frequency - a.frequency);
}
