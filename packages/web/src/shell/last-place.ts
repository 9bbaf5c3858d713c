import type { ProjectId } from '@genglossary/core/domain';

const keyOf = (project: ProjectId) => `genglossary.place.${project}`;

/** Keeps in this browser on which page of a project somebody was, with its filter and the row in hand. */
export function keepPlace(project: ProjectId, href: string): void {
  // A page, and nothing below it: a document or a run may be gone when one comes back.
  const place = /^(\/p\/[^/?]+\/[^/?]+)\/?(\?[^#]*)?$/u.exec(href);
  if (place !== null) localStorage.setItem(keyOf(project), `${place[1]}${place[2] ?? ''}`);
}

/** Where somebody left off in a project. */
export function placeIn(project: ProjectId): string | undefined {
  return localStorage.getItem(keyOf(project)) ?? undefined;
}
