import { projectId, type ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../data/api.ts';
import { questions } from '../data/queries.ts';
import { fold } from '../search/fold.ts';
import type { IconName } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { pageOf, projectPages, useOpenProject } from './project-pages.ts';

export interface PaletteItem {
  readonly group: 'pages' | 'entries' | 'documents' | 'projects';
  readonly name: string;
  readonly folded: string;
  readonly icon: IconName;
  /** An address within the app. */
  readonly href: string;
}

/** Everything that the palette can find now; asked only while it is open. */
export function usePaletteItems(): readonly PaletteItem[] {
  const words = useWords();
  const api = useApi();
  const open = useOpenProject();
  const project = open ?? projectId('');
  const isIn = { enabled: open !== undefined };
  const entries = useQuery({ ...questions.entries(api, project), ...isIn }).data;
  const documents = useQuery({ ...questions.documents(api, project), ...isIn }).data;
  const projects = useQuery(questions.projects(api)).data;
  return useMemo(() => {
    const item = (group: PaletteItem['group'], name: string, icon: IconName, href: string): PaletteItem => ({
      group,
      name,
      folded: fold(name),
      icon,
      href,
    });
    const within = (id: ProjectId) => [
      ...projectPages.map(({ name, icon }) => item('pages', words.shell[name], icon, pageOf(id, name))),
      ...(entries ?? []).flatMap((entry) =>
        [entry.term, ...entry.names].map((name) =>
          item('entries', name, 'entries', `${pageOf(id, 'entries')}?entry=${encodeURIComponent(entry.id)}`),
        ),
      ),
      ...(documents ?? []).map((document) =>
        item('documents', document.name, 'documents', `${pageOf(id, 'documents')}/${encodeURIComponent(document.id)}`),
      ),
    ];
    return [
      ...(open === undefined ? [] : within(open)),
      item('pages', words.shell.projects, 'home', '/'),
      item('pages', words.home.create, 'plus', '/new'),
      item('pages', words.shell.appSettings, 'settings', '/settings'),
      ...(projects ?? []).map(({ id, name }) => item('projects', name, 'folder', pageOf(id, 'entries'))),
    ];
  }, [words, open, entries, documents, projects]);
}
