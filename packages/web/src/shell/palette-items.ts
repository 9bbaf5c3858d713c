import { useMemo } from 'react';
import { fold } from '../search/fold.ts';
import type { IconName } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { pageOf, projectPages, useOpenProject } from './project-pages.ts';

export interface PaletteItem {
  readonly group: 'pages' | 'entries' | 'documents' | 'projects';
  readonly name: string;
  readonly folded: string;
  readonly detail?: string;
  readonly icon: IconName;
  readonly to: string;
}

/** Everything that the palette can find now. */
export function usePaletteItems(): readonly PaletteItem[] {
  const words = useWords();
  const project = useOpenProject();
  return useMemo(() => {
    const page = (name: string, icon: IconName, to: string): PaletteItem => ({
      group: 'pages',
      name,
      folded: fold(name),
      icon,
      to,
    });
    return [
      ...(project === undefined
        ? []
        : projectPages.map(({ name, icon }) => page(words.shell[name], icon, pageOf(project, name)))),
      page(words.shell.projects, 'home', '/'),
      page(words.home.create, 'plus', '/new'),
      page(words.shell.settings, 'settings', '/settings'),
    ];
  }, [words, project]);
}
