import type { Concept, ConceptId, Evidence, Relation, RelationKind } from '../domain/index.ts';
import type { SeenRelation } from '../review/accept-findings.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { createOccurrenceFinder, type Hit } from '../text/find-occurrences.ts';
import type { DigestedDocument } from './artifacts.ts';
import { sentenceRanges } from './sentence-ranges.ts';

/** So many sentences show a relation well enough. */
const MOST_EVIDENCE = 3;

const INVERSE: Readonly<Record<RelationKind, RelationKind>> = {
  synonym: 'synonym',
  abbreviation: 'abbreviation',
  broader: 'narrower',
  narrower: 'broader',
  'part-of': 'see-also',
  'see-also': 'see-also',
};

/**
 * The relations that a model sees, as proposals of both entries, where a sentence of the documents names the two
 * together; without one a relation stands on nothing and is left out. What is related already stays as it is.
 */
export function* relateEntries(
  concepts: readonly Concept[],
  seen: readonly SeenRelation[],
  digests: readonly DigestedDocument[],
): Sliced<readonly Concept[]> {
  if (seen.length === 0) return concepts;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const known = new Set(concepts.flatMap(({ id, relations }) => relations.map(({ target }) => pairOf(id, target))));
  const wanted = new Map<string, SeenRelation>();
  for (const relation of seen) {
    const pair = pairOf(relation.from, relation.to);
    if (byId.has(relation.from) && byId.has(relation.to) && !known.has(pair) && !wanted.has(pair)) {
      wanted.set(pair, relation);
    }
  }
  const evidence = yield* namedTogether([...wanted.values()], byId, digests);
  const added = new Map<ConceptId, Relation[]>();
  const add = (from: ConceptId, target: ConceptId, kind: RelationKind, found: readonly Evidence[]) => {
    added.set(from, [...(added.get(from) ?? []), { kind, target, state: 'proposed', evidence: found }]);
  };
  for (const [pair, { from, to, kind }] of wanted) {
    const found = evidence.get(pair) ?? [];
    if (found.length === 0) continue;
    add(from, to, kind, found);
    add(to, from, INVERSE[kind], found);
  }
  return concepts.map((concept) => {
    const own = added.get(concept.id);
    return own === undefined ? concept : { ...concept, relations: [...concept.relations, ...own] };
  });
}

function pairOf(one: ConceptId, other: ConceptId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Sentences that name both ends of a relation, by pair; one pass over the documents. */
function* namedTogether(
  relations: readonly SeenRelation[],
  byId: ReadonlyMap<ConceptId, Concept>,
  digests: readonly DigestedDocument[],
): Sliced<ReadonlyMap<string, readonly Evidence[]>> {
  const partners = new Map<ConceptId, Set<ConceptId>>();
  for (const { from, to } of relations) {
    partners.set(from, (partners.get(from) ?? new Set()).add(to));
    partners.set(to, (partners.get(to) ?? new Set()).add(from));
  }
  const names = [...partners.keys()].flatMap((id) => {
    const { designations = [], language = 'und' } = byId.get(id) ?? {};
    return designations.map(({ text }) => ({ text, language, id }));
  });
  const finder = createOccurrenceFinder(names);
  const found = new Map<string, Evidence[]>();
  for (const { document, prose, sentences } of digests.toSorted(byName)) {
    const hits: Hit[] = [];
    for (const piece of finder.findByPiece(prose.text)) {
      for (const hit of piece) hits.push(hit);
      yield;
    }
    let from = 0;
    for (const { start, end } of sentenceRanges(sentences)) {
      yield;
      while ((hits[from]?.start ?? Number.POSITIVE_INFINITY) < start) from += 1;
      const inside = new Set<ConceptId>();
      for (let at = from; (hits[at]?.start ?? Number.POSITIVE_INFINITY) < end; at += 1) {
        const id = names[hits[at]?.designation ?? -1]?.id;
        if (id !== undefined) inside.add(id);
      }
      for (const one of inside) {
        for (const other of inside) {
          if (one >= other || partners.get(one)?.has(other) !== true) continue;
          const pair = pairOf(one, other);
          const evidence = found.get(pair) ?? [];
          if (evidence.length === MOST_EVIDENCE) continue;
          const range = toOriginalRange(prose.alignment, start, end);
          const quote = document.text.slice(range.start, range.end);
          found.set(pair, [...evidence, { documentId: document.id, range, quote }]);
        }
      }
    }
  }
  return found;
}

function byName({ document: { name: a } }: DigestedDocument, { document: { name: b } }: DigestedDocument): number {
  return a < b ? -1 : 1;
}
