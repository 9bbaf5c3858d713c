import { choosePassages, type WriterPassage } from '../definition/choose-passages.ts';
import type { LanguageTag } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import type { DigestedDocument } from './artifacts.ts';
import { locateTerms } from './locate-terms.ts';
import { sentenceRanges } from './sentence-ranges.ts';

/** Something that a model is asked about, by all its names, the preferred one first. */
export interface Named {
  readonly key: string;
  readonly language: LanguageTag;
  readonly names: readonly string[];
}

/** The passages that a model is given for each, by key: where it is defined, and where it is used. */
export function* passagesForWriter(
  named: readonly Named[],
  digests: readonly DigestedDocument[],
  options: { readonly most: number },
): Sliced<ReadonlyMap<string, readonly WriterPassage[]>> {
  const terms = named.map(({ names: [term = '', ...others], language }) => {
    return { term, language, forms: others.map((text) => ({ text, count: 0 })) };
  });
  const { prose } = yield* locateTerms(terms, digests);
  const definables = named.map((one, index) => ({ ...one, occurrences: prose[index] ?? [] }));
  const sources = digests.map((digest) => ({ ...digest, sentences: sentenceRanges(digest.sentences) }));
  return yield* choosePassages(definables, sources, options);
}
