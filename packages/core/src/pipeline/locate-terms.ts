import type { ProseOccurrence } from '../definition/definition-source.ts';
import type { Occurrence, Term } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { createOccurrenceFinder } from '../text/find-occurrences.ts';
import type { DigestedDocument } from './artifacts.ts';

/** Where a term stands in an original, and by which of its names. */
export interface LocatedOccurrence extends Pick<Occurrence, 'documentId' | 'range'> {
  /** Index into `namesOf` the term. */
  readonly name: number;
}

/** All that a term is looked for by: the name to show, and every form that was counted for it. */
export function namesOf({ term, forms }: Pick<Term, 'term' | 'forms'>): readonly string[] {
  return [...new Set([term, ...forms.map(({ text }) => text)])];
}

/** Where the terms stand, by the index of the term: in the originals, and in prose. Documents in their order. */
export interface LocatedTerms {
  readonly occurrences: readonly (readonly LocatedOccurrence[])[];
  readonly prose: readonly (readonly ProseOccurrence[])[];
}

/** All forms of all terms in all documents, in one pass over each document's prose. */
export function* locateTerms(
  terms: readonly Pick<Term, 'term' | 'forms' | 'language'>[],
  digests: readonly DigestedDocument[],
): Sliced<LocatedTerms> {
  const names = terms.flatMap((term, index) =>
    namesOf(term).map((text, name) => ({ text, language: term.language, index, name })),
  );
  const finder = createOccurrenceFinder(names);
  const occurrences: LocatedOccurrence[][] = terms.map(() => []);
  const inProse: ProseOccurrence[][] = terms.map(() => []);
  for (const { document, prose } of digests) {
    for (const hits of finder.findByPiece(prose.text)) {
      for (const { designation, start, end } of hits) {
        const { index = 0, name = 0 } = names[designation] ?? {};
        const range = toOriginalRange(prose.alignment, start, end);
        occurrences[index]?.push({ documentId: document.id, range, name });
        inProse[index]?.push({ documentId: document.id, start, end });
      }
      yield;
    }
  }
  return { occurrences, prose: inProse };
}
