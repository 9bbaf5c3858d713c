import type { ProseOccurrence } from '../definition/definition-source.ts';
import type { Occurrence, Term } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { createOccurrenceFinder, type SoughtName } from '../text/find-occurrences.ts';
import { normalForm } from '../text/normal-form.ts';
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

/**
 * All forms of all terms in all documents, in one pass over each document's prose. Where they stand in prose is kept
 * unless `isInProseKept` is false.
 */
export function* locateTerms(
  terms: readonly Pick<Term, 'term' | 'forms' | 'language' | 'named'>[],
  digests: readonly DigestedDocument[],
  { isInProseKept = true }: { readonly isInProseKept?: boolean } = {},
): Sliced<LocatedTerms> {
  const names = terms.flatMap((term, index) => soughtNames(term).map((sought) => ({ ...sought, index })));
  const finder = createOccurrenceFinder(names);
  const occurrences: LocatedOccurrence[][] = terms.map(() => []);
  const inProse: ProseOccurrence[][] = terms.map(() => []);
  for (const { document, prose } of digests) {
    for (const hits of finder.findByPiece(prose.text)) {
      for (const { designation, start, end } of hits) {
        const { index = 0, name = 0 } = names[designation] ?? {};
        const range = toOriginalRange(prose.alignment, start, end);
        occurrences[index]?.push({ documentId: document.id, range, name });
        if (isInProseKept) inProse[index]?.push({ documentId: document.id, start, end });
      }
      yield;
    }
  }
  return { occurrences, prose: inProse };
}

/**
 * The names of a term as they are looked for, with their place among `namesOf` it. A spelling of a name that a person
 * has looked for in a way of its own is found by that name, or not at all.
 */
function soughtNames({
  term,
  forms,
  language,
  named = [],
}: Pick<Term, 'term' | 'forms' | 'language' | 'named'>): (SoughtName & { readonly name: number })[] {
  const given = new Map(named.map((one) => [one.text, one]));
  const own = new Set(named.flatMap(({ text, matching }) => (matching ? [normalForm(text, language)] : [])));
  return namesOf({ term, forms }).flatMap((text, name) => {
    const one = given.get(text);
    if (one === undefined && own.has(normalForm(text, language))) return [];
    return [{ text, language, name, ...(one?.matching === undefined ? {} : { matching: one.matching }) }];
  });
}
