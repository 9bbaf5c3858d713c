import type { DocumentId, ProjectId } from '@genglossary/core/domain';

const mostRecent = 10;
const keyOf = (project: ProjectId) => `genglossary.documents.${project}`;

/** Documents of a project that were read in this browser, the last one first. */
export function recentDocuments(project: ProjectId): readonly DocumentId[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? '[]');
    // What is not the id of a document names none.
    return Array.isArray(stored) ? (stored as readonly DocumentId[]) : [];
  } catch {
    return [];
  }
}

/** Keeps that a document is read. */
export function keepRecent(project: ProjectId, document: DocumentId): void {
  const others = recentDocuments(project).filter((id) => id !== document);
  try {
    localStorage.setItem(keyOf(project), JSON.stringify([document, ...others].slice(0, mostRecent)));
  } catch {
    // A browser that keeps nothing, or has no room: documents are offered in their order.
  }
}
