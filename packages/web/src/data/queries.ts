import { QueryCache, QueryClient, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TermQuery } from '@genglossary/client';
import { type ConceptId, conceptId, type DocumentId, documentId, type ProjectId } from '@genglossary/core/domain';
import { whenIdle } from '../ui/when-idle.ts';
import { noteRefusal } from './access-token.ts';
import { type Api, useApi } from './api.ts';
import { mostContexts, questions } from './questions.ts';
import { TermTable } from './term-table.ts';
import type { TermListRule, WorkbenchTerm } from './shapes.ts';
import { useWindowedRows } from './use-windowed-rows.ts';

/** What the server said last. Nothing goes stale by time: changes are told and refresh what they touch. */
export function createQueries(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteRefusal }),
    defaultOptions: {
      // The client itself tries again what may be tried again.
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export const useProjects = () => useQuery(questions.projects(useApi()));
export const useProject = (id: ProjectId) => useQuery(questions.project(useApi(), id));
export const useDocuments = (id: ProjectId) => useQuery(questions.documents(useApi(), id));
export const useDocument = (id: ProjectId, document: DocumentId) =>
  useQuery(questions.document(useApi(), id, document));
export const useProse = (id: ProjectId, document: DocumentId) => useQuery(questions.prose(useApi(), id, document));
export const usePlaces = (id: ProjectId, document: DocumentId) => useQuery(questions.places(useApi(), id, document));
export const useEntries = (id: ProjectId) => useQuery(questions.entries(useApi(), id));
/** The entries that are seen before anybody scrolls or filters, as long as the others are not there. */
export const useFirstEntries = (id: ProjectId, isNeeded: boolean) =>
  useQuery({ ...questions.firstEntries(useApi(), id), enabled: isNeeded });
export const useEntry = (id: ProjectId, entry: ConceptId) => useQuery(questions.entry(useApi(), id, entry));
export const useContexts = (id: ProjectId, entry: ConceptId) =>
  useQuery(questions.contexts(useApi(), id, entry, mostContexts));
export const useCategories = (id: ProjectId) => useQuery(questions.categories(useApi(), id));
export const useVariants = (id: ProjectId) => useQuery(questions.variants(useApi(), id));
export const useOpenChanges = (id: ProjectId, version: number) =>
  useQuery(questions.openChanges(useApi(), id, version));
export const useTermCounts = (id: ProjectId) => useQuery(questions.termCounts(useApi(), id));
export const useHistory = (id: ProjectId, entry: ConceptId) => useQuery(questions.history(useApi(), id, entry));
export const useRemovalImpact = (id: ProjectId, document: DocumentId | undefined) =>
  useQuery({ ...questions.removalImpact(useApi(), id, document ?? documentId('')), enabled: document !== undefined });
export const useTrash = (id: ProjectId) => useQuery(questions.trash(useApi(), id));
export const useTrashedProjects = () => useQuery(questions.trashedProjects(useApi()));
/** The terms that a query asks for: those that are looked at as the server tells them, the others as they were known. */
export function useTermRows(id: ProjectId, query: TermQuery, around: ConceptId | undefined) {
  const api = useApi();
  const [hasRows, setHasRows] = useState(false);
  // In the background, when what is looked at first is there.
  const { data: index } = useQuery({ ...questions.termIndex(api, id), enabled: hasRows });
  const table = useMemo(() => (index === undefined ? undefined : new TermTable(index)), [index]);
  useEffect(() => {
    let forget: (() => void) | undefined;
    const prepare = () => {
      if (table?.prepare() === false) forget = whenIdle(prepare);
    };
    forget = whenIdle(prepare);
    return () => forget?.();
  }, [table]);
  const asked = JSON.stringify(query);
  const preview = useCallback((list: string) => table?.rows(list, JSON.parse(asked) as TermQuery), [table, asked]);
  const shown = useWindowedRows({
    listKey: [id, 'term', 'list', query],
    page: ({ signal, ...rows }) => api.terms.page(id, query, { ...rows, signal }),
    around,
    idOf: idOfTerm,
    preview: table === undefined ? undefined : preview,
    onRows: (rows) => table?.tell(rows),
  });
  useEffect(() => setHasRows(!shown.isPending), [shown.isPending]);
  return shown;
}

const idOfTerm = (term: WorkbenchTerm) => term.id;

export const useTermLists = (id: ProjectId) => useQuery(questions.termLists(useApi(), id));
/** Shows a rule as added before the server has answered; what the server says goes first. */
export function useShownRule(id: ProjectId): (rule: TermListRule) => void {
  const [api, queries] = [useApi(), useQueryClient()];
  return ({ list, pattern }) => {
    const { queryKey } = questions.termLists(api, id);
    // An answer that is under way does not know of it yet.
    void queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, (lists) =>
      lists === undefined || lists[list].some((rule) => rule.pattern === pattern)
        ? lists
        : { ...lists, [list]: [...lists[list], { pattern }] },
    );
  };
}

export const useTermContexts = (id: ProjectId, term: ConceptId) => useQuery(questions.termContexts(useApi(), id, term));
/** As long as the sentences of so many terms that come next are there, no others are asked for. */
const nearTerms = 4;

/**
 * Asks for what stands beside the terms that come next, the nearest first, before anybody looks at them: who decides term
 * after term does not wait. Many at once and not often, so that no question is asked at each key.
 */
export function useComingTerms(id: ProjectId, terms: readonly Pick<WorkbenchTerm, 'id' | 'entry'>[]): void {
  const [api, queries] = [useApi(), useQueryClient()];
  const latest = useRef(() => {});
  /** Not begun anew at each step: who goes on quickly leaves no idle moment. */
  const waiting = useRef<() => void>(undefined);
  const coming = terms.map(({ id: term, entry }) => `${term} ${entry?.id ?? ''}`).join('\n');
  useEffect(() => {
    latest.current = () => {
      const missing = coming
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line, place) => {
          const [term = '', entry = ''] = line.split(' ');
          const contexts = questions.termContexts(api, id, conceptId(term));
          const isThere = queries.getQueryState(contexts.queryKey)?.isInvalidated === false;
          return isThere ? [] : [{ place, contexts, entry }];
        });
      if ((missing[0]?.place ?? nearTerms) >= nearTerms) return;
      for (const { contexts, entry } of missing) {
        void queries.prefetchQuery(contexts);
        if (entry !== '') void queries.prefetchQuery(questions.entry(api, id, conceptId(entry)));
      }
    };
    waiting.current ??= whenIdle(() => {
      waiting.current = undefined;
      latest.current();
    });
  }, [api, queries, id, coming]);
  useEffect(
    () => () => {
      waiting.current?.();
      waiting.current = undefined;
    },
    [],
  );
}

export const useRelationsTo = (id: ProjectId, entry: ConceptId) => useQuery(questions.relationsTo(useApi(), id, entry));
export const useIssues = (id: ProjectId) => useQuery(questions.issues(useApi(), id));
export const useVersions = (id: ProjectId) => useQuery(questions.versions(useApi(), id));
export const useDiff = (id: ProjectId, range: Parameters<Api['versions']['diff']>[1]) =>
  useQuery(questions.diff(useApi(), id, range));
export const useRuns = (id: ProjectId) => useQuery(questions.runs(useApi(), id));
export const useSettings = (id: ProjectId | undefined) => useQuery(questions.settings(useApi(), id));
export const useInsights = (id: ProjectId) => useQuery(questions.insights(useApi(), id));
export const useGraph = (id: ProjectId, around: ConceptId, hops: number) =>
  useQuery(questions.graph(useApi(), id, around, hops));
export const useRelated = (id: ProjectId) => useQuery(questions.related(useApi(), id));
export const useProviders = () => useQuery(questions.providers(useApi()));
export const useFormats = () => useQuery(questions.formats(useApi()));
export const useExported = (id: ProjectId, request: Parameters<Api['exports']['create']>[1]) =>
  useQuery(questions.exported(useApi(), id, request));

export type Answer<T> = UseQueryResult<T>;
