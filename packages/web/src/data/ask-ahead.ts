import type { ConceptId, DocumentId, ProjectId } from '@genglossary/core/domain';
import type { QueryClient } from '@tanstack/react-query';
import type { Api } from './api.ts';
import { mostContexts, questions } from './questions.ts';

/** Who asks, and where the answers are kept. */
export interface Asker {
  readonly api: Api;
  readonly queries: QueryClient;
}

/**
 * What each page asks first, asked while the page itself is still being fetched and read: the answer is there when the
 * page is. What fails here is asked again, and told, by the page.
 */
export const askAhead = {
  project({ api, queries }: Asker, project: ProjectId): void {
    void queries.prefetchQuery(questions.project(api, project));
  },
  documents({ api, queries }: Asker, project: ProjectId): void {
    void queries.prefetchQuery(questions.documents(api, project));
  },
  document({ api, queries }: Asker, project: ProjectId, document: DocumentId): void {
    // They are answered one by one: the words before their marks, which take longer.
    void queries.prefetchQuery(questions.document(api, project, document));
    void queries.prefetchQuery(questions.places(api, project, document));
    void queries.prefetchQuery(questions.termLists(api, project));
    void queries.prefetchQuery(questions.prose(api, project, document));
  },
  /** The list as far as it is seen at first, and the entry that is read beside it. */
  entries({ api, queries }: Asker, project: ProjectId, entry: ConceptId | undefined): void {
    const read = (id: ConceptId) => {
      void queries.prefetchQuery(questions.entry(api, project, id));
      void queries.prefetchQuery(questions.contexts(api, project, id, mostContexts));
    };
    void queries.prefetchQuery(questions.categories(api, project));
    if (entry !== undefined) read(entry);
    if (queries.getQueryData(questions.entries(api, project).queryKey) !== undefined) return;
    queries.fetchQuery(questions.firstEntries(api, project)).then(
      ({ items: [first] }) => entry === undefined && first !== undefined && read(first.id),
      () => undefined,
    );
  },
  terms({ api, queries }: Asker, project: ProjectId): void {
    void queries.prefetchQuery(questions.termCounts(api, project));
    void queries.prefetchQuery(questions.categories(api, project));
  },
  issues({ api, queries }: Asker, project: ProjectId): void {
    void queries.prefetchQuery(questions.issues(api, project));
  },
} as const;
