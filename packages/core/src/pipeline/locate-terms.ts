import type { ProseOccurrence } from '../definition/choose-context.ts';
import type { Occurrence, Term } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { createOccurrenceFinder } from '../text/find-occurrences.ts';
import type { DigestedDocument } from './artifacts.ts';

/** Where the terms stand, by the index of the term: in the originals, and in prose. Documents in their order. */
export interface LocatedTerms {
  readonly occurrences: readonly (readonly Occurrence[])[];
  readonly prose: readonly (readonly ProseOccurrence[])[];
}

/** All forms of all terms in all documents, in one pass over each document's prose. */
export function* locateTerms(
  terms: readonly Pick<Term, 'term' | 'forms' | 'language'>[],
  digests: readonly DigestedDocument[],
): Sliced<LocatedTerms> {
  const names = terms.flatMap(({ term, forms, language }, index) =>
    [...new Set([term, ...forms.map(({ text }) => text)])].map((text) => ({ text, language, index })),
  );
  const finder = createOccurrenceFinder(names);
  const occurrences: Occurrence[][] = terms.map(() => []);
  const inProse: ProseOccurrence[][] = terms.map(() => []);
  for (const { document, prose } of digests) {
    for (const hits of finder.findByPiece(prose.text)) {
      for (const { designation, start, end } of hits) {
        const index = names[designation]?.index ?? 0;
        const range = toOriginalRange(prose.alignment, start, end);
        occurrences[index]?.push({ documentId: document.id, range, designation: 0 });
        inProse[index]?.push({ documentId: document.id, start, end });
      }
      yield;
    }
  }
  return { occurrences, prose: inProse };
}
