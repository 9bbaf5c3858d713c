import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../data/loaded.tsx';
import { useIssues, useProject } from '../../data/queries.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useWords } from '../../words/words.tsx';
import { Inbox } from './inbox.tsx';
import type { IssuesSearch } from './issues-search.ts';
import { ReviewQuality } from './review-quality.tsx';
import '../entries/page.css';
import './page.css';

/** What the review found, decided one by one beside the entry it is about. */
export function IssuesPage({ project, search }: { readonly project: ProjectId; readonly search: IssuesSearch }) {
  const words = useWords();
  const issues = useIssues(project);
  return (
    <Page
      full
      title={words.issues.title}
      actions={(issues.data?.length ?? 0) > 0 && <ReviewQuality issues={issues.data ?? []} />}
    >
      <Unfinished project={project} />
      <Loaded answer={issues}>
        {(list) =>
          list.length === 0 ? <NothingFound project={project} /> : <Inbox {...{ project, search, issues: list }} />
        }
      </Loaded>
    </Page>
  );
}

/** Where the last run gave something up, the issues that there are may not be all. */
function Unfinished({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  if (data?.lastRun?.status !== 'partial') return null;
  return (
    <p className="issues-unfinished" role="status">
      {words.issues.unfinished}{' '}
      <Link to="/p/$projectId/runs/$runId" params={{ projectId: project, runId: data.lastRun.id }}>
        {words.runs.openLog}
      </Link>
    </p>
  );
}

/** “Nothing open” is said only where something was reviewed. */
function NothingFound({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  if ((data?.entries ?? 0) > 0) {
    if (data?.lastRun?.status === 'partial') return null;
    return <EmptyState tone="ok" title={words.issues.empty} detail={words.issues.emptyDetail(data?.entries ?? 0)} />;
  }
  return (
    <EmptyState title={words.issues.notReviewed} detail={words.issues.notReviewedDetail}>
      <Link to="/p/$projectId/documents" params={{ projectId: project }} className="button button-primary">
        {words.shell.documents}
      </Link>
    </EmptyState>
  );
}
