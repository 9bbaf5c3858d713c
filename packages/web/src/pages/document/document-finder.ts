import type { DocumentId } from '@genglossary/core/domain';
import { bestRank, fold } from '../../search/fold.ts';

interface Named {
  readonly id: DocumentId;
  /** A path. */
  readonly name: string;
}

/** Finds documents by a part of their path: best answers first, of equal ones those that were read last. */
export function documentFinder<Document extends Named>(
  documents: readonly Document[],
  recent: readonly DocumentId[],
): (query: string) => readonly Document[] {
  const latest = new Map(recent.map((id, order) => [id, order]));
  const orderOf = ({ id }: Document) => latest.get(id) ?? recent.length;
  const ordered = documents
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .map((document) => ({ document, folded: fold(document.name) }));
  return (query) => {
    const wanted = fold(query.trim());
    if (wanted === '') return ordered.map(({ document }) => document);
    const ranked: Document[][] = [[], [], [], []];
    for (const { document, folded } of ordered) {
      const rank = bestRank([folded], wanted);
      if (rank !== undefined) ranked[rank]?.push(document);
    }
    return ranked.flat();
  };
}
