import type { Concept, Designation, Occurrence } from '../domain/index.ts';
import type { EntryEdit, PeoplesWork } from './entry-edits.ts';

type Documents = PeoplesWork['documents'];

/** Where an entry stands under the names that people gave it: as it was built, and where they are known to stand. */
export function editedOccurrences(
  concept: Concept,
  edit: EntryEdit,
  { designations, documents }: { readonly designations: readonly Designation[]; readonly documents: Documents },
): readonly Occurrence[] {
  const built = renamed(concept, designations);
  if (edit.places === undefined) return built;
  const kept = withoutReplaced(built, edit, { designations, documents });
  return inOrder([...kept, ...placesOf(edit, designations, documents)], documents);
}

/** Where an entry and what was merged into it stand, under the names of the entry. */
export function joinedOccurrences(
  { designations, occurrences }: Concept,
  absorbed: readonly Concept[],
  documents: Documents,
): readonly Occurrence[] {
  return inOrder([occurrences, ...absorbed.map((one) => renamed(one, designations))].flat(), documents);
}

/** Occurrences under other names: each names the designation of the same text, else the preferred one. */
function renamed({ designations, occurrences }: Concept, names: readonly Designation[]): readonly Occurrence[] {
  if (designations === names) return occurrences;
  const place = new Map(names.map(({ text }, index) => [text, index]));
  const indices = designations.map(({ text }) => place.get(text) ?? 0);
  return occurrences.map((occurrence) => ({ ...occurrence, designation: indices[occurrence.designation] ?? 0 }));
}

/** Without the places of names that were looked for anew, in another way. */
function withoutReplaced(
  occurrences: readonly Occurrence[],
  { places = [] }: EntryEdit,
  { designations, documents }: { readonly designations: readonly Designation[]; readonly documents: Documents },
): readonly Occurrence[] {
  const replaced = new Set(
    places.flatMap(({ documentId, contentHash, instead = [] }) =>
      documents.get(documentId)?.contentHash === contentHash ? instead.map((name) => `${documentId} ${name}`) : [],
    ),
  );
  if (replaced.size === 0) return occurrences;
  return occurrences.filter(
    ({ documentId, designation }) => !replaced.has(`${documentId} ${designations[designation]?.text}`),
  );
}

function placesOf({ places = [] }: EntryEdit, names: readonly Designation[], documents: Documents): Occurrence[] {
  const indices = new Map(names.map(({ text }, index) => [text, index]));
  return places.flatMap(({ documentId, contentHash, places: found }) => {
    if (documents.get(documentId)?.contentHash !== contentHash) return [];
    return found.flatMap(([start, end, name]) => {
      const designation = indices.get(name);
      return designation === undefined ? [] : [{ documentId, range: { start, end }, designation }];
    });
  });
}

/** In the order of documents and of their text; of two that overlap, the first and longer one. */
function inOrder(occurrences: readonly Occurrence[], documents: Documents): readonly Occurrence[] {
  const positionOf = ({ documentId }: Occurrence) => documents.get(documentId)?.position ?? 0;
  const sorted = occurrences.toSorted(
    (a, b) => positionOf(a) - positionOf(b) || a.range.start - b.range.start || b.range.end - a.range.end,
  );
  const kept: Occurrence[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last?.documentId === one.documentId && one.range.start < last.range.end) continue;
    kept.push(one);
  }
  return kept;
}
