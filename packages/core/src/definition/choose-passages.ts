import type { DocumentId, Evidence } from '../domain/index.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { withOpeningMark } from '../text/with-opening-mark.ts';
import { chooseContexts } from './choose-context.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { createPassageFinder } from './define-concepts.ts';
import type { Definable, DefinitionSource } from './definition-source.ts';

/** Words of a document as they are handed to a writer. */
export interface WriterPassage {
  readonly evidence: Evidence;
  /** As people read it: without markup. */
  readonly text: string;
  /** 0–1, how definitional it is; 0 for mere use. */
  readonly score: number;
}

/**
 * What a writer may rest each definition on, by the concept's key: at most `most` sentences that define it or show it in
 * use, the most telling first, none twice.
 */
export function* choosePassages(
  concepts: readonly Definable[],
  sources: readonly DefinitionSource[],
  { most }: { readonly most: number },
): Sliced<ReadonlyMap<string, readonly WriterPassage[]>> {
  const rankedPassages = yield* createPassageFinder(sources, concepts);
  const byId = new Map<DocumentId, DefinitionSource>(sources.map((source) => [source.document.id, source]));
  const chosen = new Map<string, readonly WriterPassage[]>();
  for (const concept of concepts) {
    yield;
    const defining = rankedPassages(concept).map(({ source, sentence }) => ({
      ...passageAt(source, sentence),
      score: sentence.score,
    }));
    const using = chooseContexts(concept, byId, { most, mostInDocument: 2 }).map(({ source, start, end }) => {
      return { ...passageAt(source, { start, end }), score: 0 };
    });
    // Half of the places at least are for use: what a thing is for may stand in no defining sentence.
    const half = Math.ceil(most / 2);
    const all = [...defining.slice(0, half), ...using, ...defining.slice(half)];
    chosen.set(concept.key, distinct(all).slice(0, most));
  }
  return chosen;
}

function distinct(passages: readonly WriterPassage[]): WriterPassage[] {
  const places = new Set<string>();
  return passages.filter(({ evidence: { documentId, range, quote } }) => {
    const place = `${documentId} ${range.start}`;
    if (quote.trim() === '' || places.has(place)) return false;
    places.add(place);
    return true;
  });
}

function passageAt(
  { document, prose }: DefinitionSource,
  { start, end }: { readonly start: number; readonly end: number },
): Pick<WriterPassage, 'evidence' | 'text'> {
  const range = withOpeningMark(document.text, toOriginalRange(prose.alignment, start, end));
  const quote = document.text.slice(range.start, range.end);
  return { evidence: { documentId: document.id, range, quote }, text: prose.text.slice(start, end) };
}
