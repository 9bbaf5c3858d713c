import type { ConceptId, DocumentId, ProjectId, RunId } from '@genglossary/core/domain';
import { queryOptions } from '@tanstack/react-query';
import type { Api, NameQuestion } from './api.ts';
import type { TermListRule } from './shapes.ts';

/** Neighbours of an entry that are asked for. */
const mostRelated = 200;
/** Places of an entry that are shown beside it. */
export const mostContexts = 200;
/** As many entries as a window shows at first. */
const firstRows = 40;

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
  wordsInDocuments: (api: Api, id: ProjectId, text: string) =>
    queryOptions({
      queryKey: [id, 'document', 'words', text],
      queryFn: ({ signal }) => api.documents.search(id, text, { signal }),
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
