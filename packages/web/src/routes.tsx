import type { DocumentId, ProjectId, RunId } from '@genglossary/core/domain';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { askAhead, type Asker } from './data/ask-ahead.ts';
import { documentSearch } from './pages/document/document-search.ts';
import { documentsSearch } from './pages/documents/documents-search.ts';
import { entriesSearch } from './pages/entries/entries-search.ts';
import { exportsSearch } from './pages/exports/exports-search.ts';
import { insightsSearch } from './pages/insights/insights-search.ts';
import { issuesSearch } from './pages/issues/issues-search.ts';
import { runSearch } from './pages/run/run-search.ts';
import { runsSearch } from './pages/runs/runs-search.ts';
import { settingsSearch } from './pages/settings/settings-search.ts';
import { termsSearch } from './pages/terms/terms-search.ts';
import { NotFound } from './shell/not-found.tsx';
import { ProjectLayout } from './shell/project-layout.tsx';
import { RootLayout } from './shell/root-layout.tsx';

// One line a page; each page is fetched when it is first opened.
const pages = {
  home: lazyRouteComponent(() => import('./pages/home/page.tsx'), 'HomePage'),
  create: lazyRouteComponent(() => import('./pages/create/page.tsx'), 'CreatePage'),
  projectsTrash: lazyRouteComponent(() => import('./pages/projects-trash/page.tsx'), 'ProjectsTrashPage'),
  settings: lazyRouteComponent(() => import('./pages/settings/page.tsx'), 'SettingsPage'),
  documents: lazyRouteComponent(() => import('./pages/documents/page.tsx'), 'DocumentsPage'),
  document: lazyRouteComponent(() => import('./pages/document/page.tsx'), 'DocumentPage'),
  entries: lazyRouteComponent(() => import('./pages/entries/page.tsx'), 'EntriesPage'),
  terms: lazyRouteComponent(() => import('./pages/terms/page.tsx'), 'TermsPage'),
  issues: lazyRouteComponent(() => import('./pages/issues/page.tsx'), 'IssuesPage'),
  versions: lazyRouteComponent(() => import('./pages/versions/page.tsx'), 'VersionsPage'),
  insights: lazyRouteComponent(() => import('./pages/insights/page.tsx'), 'InsightsPage'),
  runs: lazyRouteComponent(() => import('./pages/runs/page.tsx'), 'RunsPage'),
  run: lazyRouteComponent(() => import('./pages/run/page.tsx'), 'RunPage'),
  imports: lazyRouteComponent(() => import('./pages/imports/page.tsx'), 'ImportsPage'),
  projectSettings: lazyRouteComponent(() => import('./pages/project-settings/page.tsx'), 'ProjectSettingsPage'),
  trash: lazyRouteComponent(() => import('./pages/trash/page.tsx'), 'TrashPage'),
  exports: lazyRouteComponent(() => import('./pages/exports/page.tsx'), 'ExportsPage'),
};

/**
 * What routes are opened with: what a page will ask is asked while the page itself is fetched. The route waits for the
 * page: what would stand in for it stays for at least 300 ms (React), however soon the page is there.
 */
const root = createRootRouteWithContext<Asker>()({ component: RootLayout, notFoundComponent: NotFound });
const home = createRoute({ getParentRoute: () => root, path: '/', component: pages.home });
const create = createRoute({ getParentRoute: () => root, path: '/new', component: pages.create });
const projectsTrash = createRoute({ getParentRoute: () => root, path: '/trash', component: pages.projectsTrash });
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsSearch,
  component: pages.settings,
});

const project = createRoute({
  getParentRoute: () => root,
  path: '/p/$projectId',
  // The address is made by the app; an id that is none is answered by the server as unknown.
  params: { parse: ({ projectId }) => ({ projectId: projectId as ProjectId }) },
  loader: ({ context, params, cause }) => {
    if (cause !== 'stay') askAhead.project(context, params.projectId);
  },
  component: function Project() {
    return <ProjectLayout project={project.useParams().projectId} />;
  },
});

const projectIndex = createRoute({
  getParentRoute: () => project,
  path: '/',
  beforeLoad: ({ params }) => redirect({ to: '/p/$projectId/entries', params, throw: true }),
});

const documents = createRoute({
  getParentRoute: () => project,
  path: '/documents',
  validateSearch: documentsSearch,
  loader: ({ context, params, cause }) => {
    if (cause === 'stay') return undefined;
    const page = pages.documents.preload?.();
    askAhead.documents(context, params.projectId);
    return page;
  },
  component: function Documents() {
    return <pages.documents project={project.useParams().projectId} search={documents.useSearch()} />;
  },
});

const document = createRoute({
  getParentRoute: () => project,
  path: '/documents/$documentId',
  params: { parse: ({ documentId }) => ({ documentId: documentId as DocumentId }) },
  validateSearch: documentSearch,
  loader: ({ context, params, cause }) => {
    if (cause === 'stay') return undefined;
    const page = pages.document.preload?.();
    askAhead.document(context, params.projectId, params.documentId);
    return page;
  },
  component: function Document() {
    const { projectId, documentId } = document.useParams();
    return <pages.document project={projectId} document={documentId} search={document.useSearch()} />;
  },
});

const entries = createRoute({
  getParentRoute: () => project,
  path: '/entries',
  validateSearch: entriesSearch,
  loader: ({ context, params, location, cause }) => {
    if (cause === 'stay') return undefined;
    const page = pages.entries.preload?.();
    askAhead.entries(context, params.projectId, entriesSearch({ ...location.search }).entry);
    return page;
  },
  component: function Entries() {
    return <pages.entries project={project.useParams().projectId} search={entries.useSearch()} />;
  },
});

const terms = createRoute({
  getParentRoute: () => project,
  path: '/terms',
  validateSearch: termsSearch,
  loader: ({ context, params, cause }) => {
    if (cause === 'stay') return undefined;
    const page = pages.terms.preload?.();
    askAhead.terms(context, params.projectId);
    return page;
  },
  component: function Terms() {
    return <pages.terms project={project.useParams().projectId} search={terms.useSearch()} />;
  },
});

const issues = createRoute({
  getParentRoute: () => project,
  path: '/issues',
  validateSearch: issuesSearch,
  loader: ({ context, params, cause }) => {
    if (cause === 'stay') return undefined;
    const page = pages.issues.preload?.();
    askAhead.issues(context, params.projectId);
    return page;
  },
  component: function Issues() {
    return <pages.issues project={project.useParams().projectId} search={issues.useSearch()} />;
  },
});

const versions = createRoute({
  getParentRoute: () => project,
  path: '/versions',
  component: function Versions() {
    return <pages.versions project={project.useParams().projectId} />;
  },
});

const insights = createRoute({
  getParentRoute: () => project,
  path: '/insights',
  validateSearch: insightsSearch,
  component: function Insights() {
    return <pages.insights project={project.useParams().projectId} search={insights.useSearch()} />;
  },
});

const runs = createRoute({
  getParentRoute: () => project,
  path: '/runs',
  validateSearch: runsSearch,
  component: function Runs() {
    return <pages.runs project={project.useParams().projectId} search={runs.useSearch()} />;
  },
});

const run = createRoute({
  getParentRoute: () => project,
  path: '/runs/$runId',
  params: { parse: ({ runId }) => ({ runId: runId as RunId }) },
  validateSearch: runSearch,
  component: function Run() {
    const { projectId, runId } = run.useParams();
    return <pages.run key={runId} project={projectId} run={runId} search={run.useSearch()} />;
  },
});

const trash = createRoute({
  getParentRoute: () => project,
  path: '/trash',
  component: function Trash() {
    return <pages.trash project={project.useParams().projectId} />;
  },
});

const exports = createRoute({
  getParentRoute: () => project,
  path: '/exports',
  validateSearch: exportsSearch,
  component: function Exports() {
    return <pages.exports project={project.useParams().projectId} search={exports.useSearch()} />;
  },
});

const imports = createRoute({
  getParentRoute: () => project,
  path: '/imports',
  component: function Imports() {
    return <pages.imports project={project.useParams().projectId} />;
  },
});

const projectSettings = createRoute({
  getParentRoute: () => project,
  path: '/settings',
  component: function ProjectSettings() {
    return <pages.projectSettings project={project.useParams().projectId} />;
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    create,
    projectsTrash,
    settings,
    project.addChildren([
      projectIndex,
      documents,
      document,
      entries,
      terms,
      issues,
      versions,
      insights,
      runs,
      run,
      exports,
      imports,
      projectSettings,
      trash,
    ]),
  ]),
  // Given by the app, with the first page that it shows.
  context: undefined as unknown as Asker,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
