import type { ProjectId } from '@genglossary/core/domain';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useProject } from '../data/queries.ts';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { ConnectionChip } from './connection-chip.tsx';
import { Keys } from './key-sheet.tsx';
import { useShellPanels } from './panels.ts';
import { pageOf, projectPages, useOpenProject } from './project-pages.ts';

/** The way between pages: at the left, or at the foot of a narrow window. */
export function Rail() {
  const words = useWords();
  const navigate = useNavigate();
  const open = useShellPanels();
  const project = useOpenProject();
  useShortcuts(words.keys.goTo('…'), [
    { keys: 'g h', label: words.shell.projects, run: () => void navigate({ to: '/' }) },
    { keys: 'g s', label: words.shell.appSettings, run: () => void navigate({ to: '/settings' }) },
    ...(project === undefined
      ? []
      : projectPages.map(({ name, key }) => ({
          keys: `g ${key}`,
          label: words.shell[name],
          run: () => void navigate({ to: pageOf(project, name) }),
        }))),
  ]);
  return (
    <div className="rail">
      <Link to="/" className="rail-mark">
        GenGlossary
      </Link>
      <button type="button" className="rail-search" aria-label={words.shell.search} onClick={() => open('palette')}>
        <Icon name="search" />
        <span>{words.shell.search}</span>
        <Keys keys="mod+k" />
      </button>
      <ConnectionChip />
      {project !== undefined && <ProjectLinks project={project} />}
      <nav className="rail-links rail-foot" aria-label={words.shell.mainNavigation}>
        <Link to="/" className="rail-link" activeOptions={{ exact: true }}>
          <Icon name="home" />
          <span className="rail-link-label">{words.shell.projects}</span>
        </Link>
        <Link to="/settings" className="rail-link">
          <Icon name="settings" />
          <span className="rail-link-label">{words.shell.appSettings}</span>
        </Link>
        <button type="button" className="rail-link rail-keys" onClick={() => open('keys')}>
          <Icon name="keyboard" />
          <span className="rail-link-label">{words.shell.keys}</span>
        </button>
      </nav>
    </div>
  );
}

/** At the foot of a narrow window the row of pages is longer than the window: the open one is brought into view. */
function useOpenLinkInView(list: RefObject<HTMLElement | null>): void {
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    list.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'instant' });
  }, [list, path]);
}

function ProjectLinks({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  const counts: Readonly<Record<string, number | undefined>> = {
    documents: data?.documents,
    entries: data?.entries,
    issues: data?.openIssues,
  };
  const list = useRef<HTMLElement>(null);
  useOpenLinkInView(list);
  return (
    <nav ref={list} aria-label={words.shell.projectNavigation}>
      <p className="rail-project">{data?.name}</p>
      <ul className="rail-links">
        {projectPages.map(({ name, icon }) => (
          <li key={name}>
            <Link to={pageOf(project, name)} className="rail-link">
              <Icon name={icon} />
              <span className="rail-link-label">{words.shell[name]}</span>
              {counts[name] !== undefined && <span className="rail-count">{words.number(counts[name])}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
