import type { ProjectId } from '@genglossary/core/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useProject } from '../data/queries.ts';
import { KeyOf } from '../keyboard/keys.tsx';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { Icon } from '../ui/icon.tsx';
import { useLater } from '../ui/use-later.ts';
import { useWords } from '../words/words.tsx';
import { ConnectionChip } from './connection-chip.tsx';
import { useShellPanels } from './panels.ts';
import { narrowPages, pageOf, projectPages, useNearProject } from './project-pages.ts';

const loadMore = () => import('./more-pages.tsx');

/** The way between pages: at the left, or at the foot of a narrow window. */
export function Rail() {
  const words = useWords();
  const navigate = useNavigate();
  const open = useShellPanels();
  const project = useNearProject();
  useShortcuts('go', [
    { command: 'go.home', run: () => void navigate({ to: '/' }) },
    { command: 'go.appSettings', run: () => void navigate({ to: '/settings', search: { project } }) },
    ...(project === undefined
      ? []
      : projectPages.map(({ name }) => ({
          command: `go.${name}` as const,
          run: () => void navigate({ to: pageOf(project, name) }),
        }))),
  ]);
  return (
    <div className="rail">
      <Link to="/" className="rail-mark">
        GenGlossary
      </Link>
      <button type="button" className="rail-search" onClick={() => open('palette')}>
        <Icon name="search" />
        <span>{words.shell.search}</span>
        <KeyOf command="everywhere.palette" />
      </button>
      <ConnectionChip />
      {project !== undefined && <ProjectLinks project={project} />}
      <nav
        className={`rail-links rail-foot ${project === undefined ? '' : 'rail-wide'}`}
        aria-label={words.shell.mainNavigation}
      >
        <Link to="/" className="rail-link" activeOptions={{ exact: true }}>
          <Icon name="home" />
          <span className="rail-link-label">{words.shell.projects}</span>
        </Link>
        <Link to="/settings" search={{ project }} className="rail-link">
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

function ProjectLinks({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  const counts: Readonly<Record<string, number | undefined>> = {
    documents: data?.documents,
    entries: data?.entries,
    issues: data?.openIssues,
  };
  return (
    <nav aria-label={words.shell.projectNavigation}>
      <p className="rail-project">{data?.name}</p>
      <ul className="rail-links">
        {projectPages.map(({ name, icon }) => (
          <li key={name} className={narrowPages.includes(name) ? undefined : 'rail-wide'}>
            <Link to={pageOf(project, name)} className="rail-link">
              <Icon name={icon} />
              <span className="rail-link-label">{words.shell[name]}</span>
              {counts[name] !== undefined && <span className="rail-count">{words.number(counts[name])}</span>}
            </Link>
          </li>
        ))}
        <li className="rail-narrow">
          <More project={project} name={data?.name ?? ''} />
        </li>
      </ul>
    </nav>
  );
}

/** At the foot of a narrow window: the pages that have no room there, under the name of the project. */
function More({ project, name }: { readonly project: ProjectId; readonly name: string }) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const more = useLater(loadMore, isOpen);
  return (
    <>
      <button type="button" className="rail-link" aria-expanded={isOpen} onClick={() => setIsOpen(true)}>
        <Icon name="more" />
        <span className="rail-link-label">{words.shell.more}</span>
      </button>
      {more !== undefined && <more.MorePages project={project} name={name} open={isOpen} onClose={close} />}
    </>
  );
}
