import {
  QueryCache,
  QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TermQuery } from '@genglossary/client';
import { conceptId, documentId } from '@genglossary/core/domain';
import type { ConceptId, DocumentId, ProjectId, RunId } from '@genglossary/core/domain';
import { notify, type TakeBack } from '../ui/toast.tsx';
import { whenIdle } from '../ui/when-idle.ts';
import { useWords } from '../words/words.tsx';
import { noteRefusal } from './access-token.ts';
import { type Api, type NameQuestion, useApi } from './api.ts';
import { describeError } from './describe-error.ts';
import { TermTable } from './term-table.ts';
import type { Noun, TermListRule, Undo, WorkbenchTerm } from './shapes.ts';
import { useWindowedRows } from './use-windowed-rows.ts';

/** Neighbours of an entry that are asked for. */
const mostRelated = 200;
/** Places of an entry that are shown beside it. */
export const mostContexts = 200;
/** As many entries as a window shows at first. */
const firstRows = 40;

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

/** Every question of the app, by name. Keys begin with the project, then the noun that a change of it names. */
export const questions = {
  projects: (api: Api) => queryOptions({ queryKey: ['projects'], queryFn: () => api.projects.list() }),
  project: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'project'], queryFn: () => api.projects.get(id) }),
  documents: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'document'], queryFn: () => api.documents.list(id) }),
  document: (api: Api, id: ProjectId, document: DocumentId) =>
    queryOptions({ queryKey: [id, 'document', document], queryFn: () => api.documents.get(id, document) }),
  prose: (api: Api, id: ProjectId, document: DocumentId) =>
    queryOptions({
      queryKey: [id, 'document', document, 'prose'],
      // There is no `undefined` in what queries keep.
      queryFn: async () => (await api.documents.prose(id, document)) ?? null,
    }),
  places: (api: Api, id: ProjectId, document: DocumentId) =>
    queryOptions({ queryKey: [id, 'entry', 'places', document], queryFn: () => api.documents.places(id, document) }),
  entries: (api: Api, id: ProjectId) => queryOptions({ queryKey: [id, 'entry'], queryFn: () => api.entries.list(id) }),
  /** The first of them, and how many there are: there before all of them are. */
  firstEntries: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'entry', 'first'], queryFn: () => api.entries.page(id, { limit: firstRows }) }),
  entry: (api: Api, id: ProjectId, entry: ConceptId) =>
    queryOptions({ queryKey: [id, 'entry', entry], queryFn: () => api.entries.get(id, entry) }),
  contexts: (api: Api, id: ProjectId, entry: ConceptId, limit: number) =>
    queryOptions({
      queryKey: [id, 'entry', entry, 'contexts', limit],
      queryFn: () => api.entries.contexts(id, entry, { limit }),
    }),
  categories: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'category'], queryFn: () => api.categories.list(id) }),
  variants: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'settled', 'variants'], queryFn: () => api.terms.variants(id) }),
  openChanges: (api: Api, id: ProjectId, version: number) =>
    queryOptions({
      queryKey: [id, 'settled', 'changes', version],
      queryFn: () => api.versions.openChanges(id, version),
    }),
  termIndex: (api: Api, id: ProjectId) =>
    // Only a build makes other terms of it; what people decide the server tells with the rows.
    queryOptions({ queryKey: [id, 'term-index'], queryFn: () => api.terms.index(id), structuralSharing: false }),
  termCounts: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'term', 'counts'], queryFn: () => api.terms.counts(id) }),
  termsNamed: (api: Api, id: ProjectId, text: string, limit: number) =>
    queryOptions({
      queryKey: [id, 'term', 'named', text, limit],
      queryFn: async ({ signal }) => (await api.terms.page(id, { text }, { limit, signal })).items,
    }),
  namePreview: (api: Api, id: ProjectId, term: string) =>
    queryOptions({ queryKey: [id, 'entry', 'preview', term], queryFn: () => api.entries.preview(id, { term }) }),
  nameMatches: (api: Api, id: ProjectId, name: NameQuestion) =>
    queryOptions({ queryKey: [id, 'entry', 'matches', name], queryFn: () => api.entries.preview(id, name) }),
  history: (api: Api, id: ProjectId, entry: ConceptId) =>
    queryOptions({ queryKey: [id, 'entry', entry, 'history'], queryFn: () => api.entries.history(id, entry) }),
  removalImpact: (api: Api, id: ProjectId, document: DocumentId) =>
    queryOptions({ queryKey: [id, 'entry', 'impact', document], queryFn: () => api.documents.impact(id, [document]) }),
  trash: (api: Api, id: ProjectId) => queryOptions({ queryKey: [id, 'trash'], queryFn: () => api.trash.list(id) }),
  trashedProjects: (api: Api) =>
    queryOptions({ queryKey: ['projects', 'trashed'], queryFn: () => api.projects.trashed() }),
  termContexts: (api: Api, id: ProjectId, term: ConceptId) =>
    queryOptions({ queryKey: [id, 'entry', 'term', term], queryFn: () => api.terms.contexts(id, term) }),
  termLists: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'term-list'], queryFn: () => api.terms.lists(id) }),
  ruleEffect: (api: Api, id: ProjectId, rule: TermListRule) =>
    queryOptions({ queryKey: [id, 'term', 'effect', rule], queryFn: () => api.terms.effect(id, rule) }),
  issues: (api: Api, id: ProjectId) => queryOptions({ queryKey: [id, 'issue'], queryFn: () => api.issues.list(id) }),
  versions: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'version'], queryFn: () => api.versions.list(id) }),
  diff: (api: Api, id: ProjectId, range: Parameters<Api['versions']['diff']>[1]) =>
    queryOptions({ queryKey: [id, 'entry', 'diff', range], queryFn: () => api.versions.diff(id, range) }),
  runs: (api: Api, id: ProjectId) => queryOptions({ queryKey: [id, 'run'], queryFn: () => api.runs.list(id) }),
  run: (api: Api, id: ProjectId, run: RunId) =>
    queryOptions({ queryKey: [id, 'run', run], queryFn: () => api.runs.get(run) }),
  calls: (api: Api, id: ProjectId, run: RunId, query: NonNullable<Parameters<Api['runs']['calls']>[1]>) =>
    queryOptions({ queryKey: [id, 'run', run, 'calls', query], queryFn: () => api.runs.calls(run, query) }),
  call: (api: Api, id: ProjectId, run: RunId, number: number) =>
    queryOptions({ queryKey: [id, 'run', run, 'call', number], queryFn: () => api.runs.call(run, number) }),
  estimate: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'document', 'estimate'], queryFn: () => api.runs.estimate(id), staleTime: 0 }),
  plannedQuestions: (api: Api, id: ProjectId, about: string) =>
    queryOptions({
      queryKey: [id, 'document', 'questions', about],
      queryFn: ({ signal }) => api.runs.questions(id, { ...(about === '' ? {} : { about }), signal }),
      // Settings of the server may have changed, too.
      staleTime: 0,
      gcTime: 0,
    }),
  proposalEstimate: (api: Api, id: ProjectId, entry: ConceptId) =>
    queryOptions({
      queryKey: [id, 'entry', entry, 'estimate'],
      queryFn: () => api.entries.estimateProposal(id, entry, {}),
      staleTime: 0,
    }),
  /** Of a project, or of the server. */
  settings: (api: Api, id: ProjectId | undefined) =>
    queryOptions({
      queryKey: [id ?? 'server', 'settings'],
      queryFn: () => api.settings.get(id === undefined ? {} : { projectId: id }),
      // Another person, or another tab, may have changed those of the server.
      staleTime: 0,
    }),
  insights: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'entry', 'insights'], queryFn: () => api.insights.overview(id) }),
  graph: (api: Api, id: ProjectId, around: ConceptId, hops: number) =>
    queryOptions({
      queryKey: [id, 'entry', 'graph', around, hops],
      queryFn: () => api.insights.graph(id, { around, hops, limit: 40 }),
    }),
  /** What other entries say of their relation to one. */
  relationsTo: (api: Api, id: ProjectId, entry: ConceptId) =>
    queryOptions({
      queryKey: [id, 'entry', 'relations-to', entry],
      async queryFn() {
        const { nodes, edges } = await api.insights.graph(id, { around: entry, hops: 1, limit: mostRelated });
        const terms = new Map(nodes.map((node) => [node.id, node.term]));
        return edges.flatMap(({ from, to, kind, state }) =>
          to === entry && from !== entry ? [{ kind, state, source: from, term: terms.get(from) ?? '' }] : [],
        );
      },
    }),
  /** Whatever is related to anything, what has most relations first. */
  related: (api: Api, id: ProjectId) =>
    queryOptions({ queryKey: [id, 'entry', 'related'], queryFn: () => api.insights.graph(id, { limit: 500 }) }),
  providers: (api: Api) => queryOptions({ queryKey: ['providers'], queryFn: () => api.models.providers() }),
  formats: (api: Api) => queryOptions({ queryKey: ['formats'], queryFn: () => api.exports.formats() }),
  exported: (api: Api, id: ProjectId, request: Parameters<Api['exports']['create']>[1]) =>
    queryOptions({ queryKey: [id, 'exported', request], queryFn: () => api.exports.create(id, request) }),
} as const;

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
/** Asks for the sentences of terms before anybody looks at them: who decides term after term does not wait. */
export function useComingContexts(id: ProjectId, terms: readonly ConceptId[]): void {
  const [api, queries] = [useApi(), useQueryClient()];
  const coming = terms.join(' ');
  useEffect(() => {
    const asked = coming.split(' ').filter((term) => term !== '');
    return whenIdle(() => {
      for (const term of asked) void queries.prefetchQuery(questions.termContexts(api, id, conceptId(term)));
    });
  }, [api, queries, id, coming]);
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

/** What else looks different when a noun changed. */
const alsoTouched: Readonly<Record<Noun, readonly string[]>> = {
  project: [],
  document: ['trash'],
  entry: ['settled', 'exported', 'document', 'issue', 'term', 'trash'],
  issue: ['entry', 'exported'],
  term: ['entry', 'settled', 'term-index'],
  'term-list': ['term', 'settled'],
  category: ['term', 'entry', 'exported'],
  'term-category': ['category', 'term', 'entry', 'exported'],
  version: ['settled'],
  settled: [],
  settings: [],
  run: [],
};

/** Asks again, on every screen that shows it, what a change touched; the project's own row counts everything. */
export async function refresh(queries: QueryClient, project: ProjectId, nouns: readonly Noun[]): Promise<void> {
  const touched = new Set(['project', ...nouns.flatMap((noun) => [noun, ...alsoTouched[noun]])]);
  await Promise.all([
    ...[...touched].map((noun) => queries.invalidateQueries({ queryKey: [project, noun] })),
    queries.invalidateQueries({ queryKey: ['projects'] }),
  ]);
}

/**
 * Does something to a project; what it touches is asked again before it counts as done. A failure is told in a notice,
 * unless the place that asks shows it itself.
 */
export function useAction<Input, Output>(
  project: ProjectId,
  nouns: readonly Noun[],
  act: (api: Api, input: Input) => Promise<Output>,
  { showsFailure = false }: { readonly showsFailure?: boolean } = {},
) {
  const words = useWords();
  const [api, queries] = [useApi(), useQueryClient()];
  return useMutation({
    mutationFn: (input: Input) => act(api, input),
    onError(error) {
      if (!showsFailure) notify({ message: words.shell.failed, detail: describeError(error).message, tone: 'bad' });
    },
    onSettled: () => refresh(queries, project, nouns),
  });
}

/** Takes something back, and tells how to do it again. */
export function useUndo(project: ProjectId, nouns: readonly Noun[]): (undo: Undo) => ReturnType<TakeBack> {
  const action = useAction(project, nouns, async (api, undo: Undo) =>
    undo === undefined ? undefined : api.undo(undo.token),
  );
  const takeBack = async (undo: Undo): ReturnType<TakeBack> => {
    const back = await action.mutateAsync(undo);
    return back === undefined ? undefined : () => takeBack(back);
  };
  return takeBack;
}

export type Answer<T> = UseQueryResult<T>;
