import { type ConceptId, conceptId, type LanguageTag, type ProjectId, type WorkbenchTerm } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { stableId } from '../text/content-hash.ts';
import { normalForm } from '../text/normal-form.ts';
import { findNames } from './find-names.ts';

/** How often something stands in the texts of the last build. */
export interface Uses {
  readonly occurrences: number;
  readonly documents: number;
}

/**
 * What people require and the tool did not take for a term by itself: without a score, but counted in the texts, as its
 * entry counts it where it has one. The most frequent first.
 */
export async function readAddedTerms(
  stores: Stores,
  project: ProjectId,
  {
    names,
    language,
    usesOf,
    counted,
  }: {
    /** In the order that people gave them; each once. */
    readonly names: readonly string[];
    readonly language: LanguageTag;
    readonly usesOf: (entry: ConceptId) => Uses | undefined;
    /** What was counted since the last build, by name and language: filled here. */
    readonly counted: Map<string, Uses>;
  },
): Promise<readonly Omit<WorkbenchTerm, 'rank' | 'entry' | 'categoryId'>[]> {
  const terms = names.map((term) => {
    const key = normalForm(term, language);
    return { term, key, id: conceptId(stableId('concept', language, key)) };
  });
  const keyOf = (term: string) => `${language} ${term}`;
  const unknown = terms.filter(({ id, term }) => usesOf(id) === undefined && !counted.has(keyOf(term)));
  const found = await findNames(
    stores,
    project,
    unknown.map(({ term }) => ({ text: term, language })),
  );
  for (const { term } of unknown) {
    const uses = found
      .map(({ places }) => places.filter(([, , name]) => name === term).length)
      .filter((one) => one > 0);
    counted.set(keyOf(term), { occurrences: uses.reduce((sum, one) => sum + one, 0), documents: uses.length });
  }
  return terms
    .map(({ id, key, term }) => {
      const { occurrences, documents } = usesOf(id) ?? counted.get(keyOf(term)) ?? { occurrences: 0, documents: 0 };
      return {
        id,
        key,
        language,
        term,
        kind: 'term' as const,
        forms: [],
        frequency: occurrences,
        documentFrequency: documents,
        score: 0,
        parts: [],
        decision: 'required' as const,
        isKept: false,
        isAdded: true,
      };
    })
    .toSorted((a, b) => b.frequency - a.frequency);
}
