import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { narrowPages, pageOf, projectPages } from './project-pages.ts';

/** The pages that have no room at the foot of a narrow window, under the name of the project. */
export function MorePages({
  project,
  name,
  open,
  onClose,
}: {
  readonly project: ProjectId;
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const words = useWords();
  return (
    <Dialog title={name} open={open} onClose={onClose}>
      <nav aria-label={words.shell.more}>
        <ul className="more-links">
          {projectPages.map(
            ({ name: page, icon }) =>
              !narrowPages.includes(page) && (
                <li key={page}>
                  <Link to={pageOf(project, page)} className="rail-link" onClick={onClose}>
                    <Icon name={icon} />
                    {words.shell[page]}
                  </Link>
                </li>
              ),
          )}
          <li>
            <Link to="/" className="rail-link" onClick={onClose}>
              <Icon name="home" />
              {words.shell.projects}
            </Link>
          </li>
          <li>
            <Link to="/settings" search={{ project }} className="rail-link" onClick={onClose}>
              <Icon name="settings" />
              {words.shell.appSettings}
            </Link>
          </li>
        </ul>
      </nav>
    </Dialog>
  );
}
