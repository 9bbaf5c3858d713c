import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useProject } from '../../data/queries.ts';
import { BackupSection } from './backup-section.tsx';
import { CopySection } from './copy-section.tsx';
import { NameSection } from './name-section.tsx';
import { GlossarySettings } from '../../settings/glossary-settings-form.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/words.tsx';

/** What runs of this project work with; what is left open is as the server says. */
export function ProjectSettingsPage({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  return (
    <Page title={words.settings.projectTitle} lead={words.settings.projectDetail}>
      <p>
        <Link to="/settings" search={{ project }}>
          {words.settings.toServer}
        </Link>
      </p>
      {data !== undefined && <NameSection key={data.name} project={project} name={data.name} />}
      <GlossarySettings project={project} />
      {data !== undefined && <CopySection project={project} name={data.name} />}
      <BackupSection project={project} />
    </Page>
  );
}
