import type { Concept, ConceptId } from '../domain/index.ts';
import { preferred } from './entry-view.ts';

/**
 * The fragment that repository hosts make of a heading: lower case, letters, digits, marks, hyphens and underscores
 * kept, spaces to hyphens, everything else dropped. May be empty.
 */
export function slugOf(heading: string): string {
  return heading
    .toWellFormed()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * One anchor for each entry, in their order. An entry whose slug is taken (by a heading, or by an earlier entry), looks
 * like a number given to a repeated heading (`pod-1`) or is empty gets the start of its id behind it, so that links to
 * it stay good when entries come and go.
 */
export function assignAnchors(
  concepts: readonly Concept[],
  reserved: ReadonlySet<string>,
): ReadonlyMap<ConceptId, string> {
  const taken = new Set(reserved);
  return new Map(
    concepts.map((concept) => {
      const slug = slugOf(preferred(concept).text);
      const anchor = isFree(slug, taken) ? slug : freeVariant(slug, concept.id, taken);
      taken.add(anchor);
      return [concept.id, anchor];
    }),
  );
}

function isFree(slug: string, taken: ReadonlySet<string>): boolean {
  const repeated = /^(.*)-\d+$/u.exec(slug)?.[1];
  return slug !== '' && !taken.has(slug) && (repeated === undefined || !taken.has(repeated));
}

function freeVariant(slug: string, id: ConceptId, taken: ReadonlySet<string>): string {
  const suffix = slugOf(id).replaceAll('-', '');
  for (let length = 6; length < suffix.length; length += 2) {
    const variant = `${slug || 'entry'}-${suffix.slice(0, length)}`;
    if (isFree(variant, taken)) return variant;
  }
  let count = 1;
  while (taken.has(`${slug || 'entry'}-${suffix}-x${count}`)) count += 1;
  return `${slug || 'entry'}-${suffix}-x${count}`;
}
