import { defineConcepts } from '../definition/define-concepts.ts';
import type { Concept, Definition, Evidence } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import type { DigestedDocument } from './artifacts.ts';
import { supportOf } from './draft-concepts.ts';
import { locateTerms } from './locate-terms.ts';
import { sentenceRanges } from './sentence-ranges.ts';

/**
 * The definition that the built-in engine finds for an entry by the names that it has now. `undefined` where the
 * documents neither define it nor show it in use.
 */
export function* quoteDefinition(
  { id, language, designations }: Pick<Concept, 'id' | 'language' | 'designations'>,
  digests: readonly DigestedDocument[],
): Sliced<Definition | undefined> {
  const names = designations.map(({ text }) => text);
  const [term = '', ...others] = names;
  const forms = others.map((text) => ({ text, count: 0 }));
  const { prose } = yield* locateTerms([{ term, language, forms }], digests);
  const texts = new Map(digests.map(({ document }) => [document.id, document.text]));
  const defined = yield* defineConcepts(
    [{ key: id, language, names, occurrences: prose[0] ?? [] }],
    digests.map((digest) => ({ ...digest, sentences: sentenceRanges(digest.sentences) })),
    { verify: (text: string, evidence: readonly Evidence[]) => supportOf({ text, language, names }, evidence, texts) },
  );
  return defined.get(id);
}
