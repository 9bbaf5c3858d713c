import { isGenGlossaryError } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useFollowedProject } from '../data/follow-project.ts';
import { Failure } from '../data/loaded.tsx';
import { useProject } from '../data/queries.ts';
import { useAskedRun } from '../runs/asked-run.ts';
import { RunBar } from '../runs/run-bar.tsx';
import { useRunNews } from '../runs/use-run-news.ts';
import { Skeleton } from '../ui/states.tsx';
import { Page } from '../ui/page.tsx';
import { useLater } from '../ui/use-later.ts';
import { useWords } from '../words/words.tsx';
import { keepPlace } from './last-place.ts';

const loadStart = () => import('../runs/start-dialog.tsx');

/** Around every page of one project: it follows what changes, and shows the run that works for it. */
export function ProjectLayout({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const summary = useProject(project);
  useFollowedProject(project, useRunNews(project));
  const href = useLocation({ select: (location) => location.href });
  const start = useLater(loadStart, useAskedRun() === project);
  useEffect(() => keepPlace(project, href), [project, href]);
  const isGone = isGenGlossaryError(summary.error, 'storage/not-found');
  if (isGone || (summary.error !== null && summary.data === undefined)) {
    return (
      <Page title={words.shell.notFound}>
        <Failure error={summary.error} onRetry={() => void summary.refetch()} />
      </Page>
    );
  }
  return (
    <>
      <Suspense fallback={<Skeleton lines={6} label={words.shell.loading} />}>
        <Outlet />
      </Suspense>
      <RunBar project={project} />
      {start !== undefined && <start.StartDialog project={project} />}
    </>
  );
}
