import { projectId, type ProjectId } from '@genglossary/core/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useApi } from '../data/api.ts';
import { questions } from '../data/questions.ts';
import type { EntryContext } from '../data/shapes.ts';
import { useStartRun } from '../runs/use-start-run.ts';
import { fold } from '../search/fold.ts';
import type { IconName } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { pageOf, projectPages, useOpenProject } from './project-pages.ts';

export interface PaletteItem {
  readonly group: 'actions' | 'pages' | 'entries' | 'terms' | 'documents' | 'issues' | 'runs' | 'places' | 'projects';
  readonly name: string;
  /** What it is found by: its name, and how that is read. */
  readonly folded: readonly string[];
  readonly icon: IconName;
  /** An address within the app, or something that is done. */
  readonly to: string | (() => void);
  /** Of words in a document: what is around them. */
  readonly place?: EntryContext;
}

/** Candidates that are looked up by what is typed. */
const mostTerms = 8;

interface PaletteItems {
  readonly known: readonly PaletteItem[];
  /** Candidates that answer what is typed. */
  readonly found: readonly PaletteItem[];
}

/** Everything that the palette can find now; asked only while it is open. Candidates are asked for by what is typed. */
export function usePaletteItems(query: string): PaletteItems {
  const words = useWords();
  const api = useApi();
  const open = useOpenProject();
  const project = open ?? projectId('');
  const isIn = { enabled: open !== undefined };
  const entries = useQuery({ ...questions.entries(api, project), ...isIn }).data;
  const documents = useQuery({ ...questions.documents(api, project), ...isIn }).data;
  const projects = useQuery(questions.projects(api)).data;
  const asked = useDeferredValue(query.trim());
  const terms = useQuery({
    ...questions.termsNamed(api, project, asked, mostTerms),
    enabled: open !== undefined && asked !== '',
    placeholderData: keepPreviousData,
  }).data;
  const summary = useQuery({ ...questions.project(api, project), ...isIn }).data;
  const run = useStartRun(project);
  const startRun = useRef(() => run.start());
  useEffect(() => {
    startRun.current = () => run.start();
  });
  const hasDocuments = (summary?.documents ?? 0) > 0;
  const hasEntries = (summary?.entries ?? 0) > 0;
  // What is asked by what is typed stands apart: at each key these are all that is new.
  const entered = useMemo(() => new Set((entries ?? []).map(({ id }) => id)), [entries]);
  const found = useMemo(
    () =>
      open === undefined
        ? []
        : (terms ?? []).flatMap(({ id, term: name, reading }) => {
            if (entered.has(id)) return [];
            const to = `${pageOf(open, 'terms')}?${termAddress(name, id)}`;
            return [withReading(item('terms', name, 'terms', to), reading)];
          }),
    [open, terms, entered],
  );
  const known = useMemo(() => {
    const within = (id: ProjectId) => [
      ...(hasDocuments ? [item('actions', words.runs.update, 'runs', () => void startRun.current())] : []),
      ...(hasEntries
        ? [
            item('actions', words.palette.doExport, 'exports', pageOf(id, 'exports')),
            item('actions', words.versions.publish, 'versions', pageOf(id, 'versions')),
          ]
        : []),
      item('actions', words.documents.add, 'plus', pageOf(id, 'documents')),
      ...projectPages.map(({ name, icon }) => item('pages', words.shell[name], icon, pageOf(id, name))),
      ...(entries ?? []).flatMap((entry) => {
        const to = `${pageOf(id, 'entries')}?entry=${encodeURIComponent(entry.id)}`;
        return [
          withReading(item('entries', entry.term, 'entries', to), entry.reading),
          ...entry.names.map((name) => item('entries', name, 'entries', to)),
        ];
      }),
      ...(documents ?? []).map((document) =>
        item('documents', document.name, 'documents', `${pageOf(id, 'documents')}/${encodeURIComponent(document.id)}`),
      ),
    ];
    return [
      ...(open === undefined ? [] : within(open)),
      item('pages', words.shell.projects, 'home', '/'),
      item('pages', words.home.create, 'plus', '/new'),
      item('pages', words.shell.appSettings, 'settings', settingsFrom(open)),
      ...(projects ?? []).map(({ id, name }) => item('projects', name, 'folder', pageOf(id, 'entries'))),
    ];
  }, [words, open, entries, documents, projects, hasDocuments, hasEntries]);
  return { known, found };
}

export function item(group: PaletteItem['group'], name: string, icon: IconName, to: PaletteItem['to']): PaletteItem {
  return { group, name, folded: [fold(name)], icon, to };
}

function withReading(named: PaletteItem, reading: string | undefined): PaletteItem {
  return reading === undefined ? named : { ...named, folded: [...named.folded, fold(reading)] };
}

/** The way back to the project stays open. */
function settingsFrom(project: ProjectId | undefined): string {
  return project === undefined ? '/settings' : `/settings?project=${encodeURIComponent(project)}`;
}

function termAddress(name: string, id: string): string {
  return new URLSearchParams({ q: name, term: id }).toString();
}
