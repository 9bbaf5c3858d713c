import type { ConceptId, DocumentId, ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../data/api.ts';
import { questions } from '../../data/questions.ts';
import { placesOfName } from '../../documents/places-of-name.ts';

/** Another name of an entry, or one that is not to be used for it. */
export type NameStatus = 'admitted' | 'forbidden';

/** Marks a name of an entry in the document that is read, before the server has answered; what it says goes first. */
export function useShownName(
  project: ProjectId,
  { id: document, text }: { readonly id: DocumentId; readonly text: string },
): (entry: ConceptId, name: string, status: NameStatus) => void {
  const [api, queries] = [useApi(), useQueryClient()];
  return (entry, name, status) => {
    const entries = questions.entries(api, project).queryKey;
    const places = questions.places(api, project, document).queryKey;
    // An answer that is under way does not know of it yet.
    void queries.cancelQueries({ queryKey: entries, exact: true });
    void queries.cancelQueries({ queryKey: places });
    queries.setQueryData(entries, (all) =>
      all?.map((one) => {
        if (one.id !== entry) return one;
        const names = one.names.includes(name) ? one.names : [...one.names, name];
        const others = (one.forbidden ?? []).filter((known) => known !== name);
        return { ...one, names, forbidden: status === 'forbidden' ? [...others, name] : others };
      }),
    );
    queries.setQueryData(places, (known) =>
      known === undefined ? known : [...known, ...placesOfName(name, text).map((range) => ({ entry, range }))],
    );
  };
}
