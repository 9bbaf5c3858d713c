import type { DocumentId } from '@genglossary/core/domain';
import { findByName } from '../../search/best-first.ts';

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
  const ordered = documents.toSorted((a, b) => orderOf(a) - orderOf(b));
  return findByName(ordered, ({ name }) => [name]);
}
