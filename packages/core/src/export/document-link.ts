import type { Place } from './entry-view.ts';

/** How an export names a place: `handbook/pods.md:12`. */
export function placeName({ document, line }: Place): string {
  return `${document.name}:${line}`;
}

/**
 * A relative link to the line of a document (`../docs/handbook/pods.md#L12`, as repository hosts and editors read it).
 * Every segment is percent-encoded, so that no document name can become a scheme, leave the folder or end the link.
 */
export function placeLink(place: Place, documentsBase: string): string {
  const path = [...documentsBase.split('/'), ...place.document.name.split('/')].filter(
    (segment, index) => segment !== '' && (segment !== '.' || index === 0),
  );
  return `${path.map(encodeSegment).join('/')}#L${place.line}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(/[!'()*]/gu, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
