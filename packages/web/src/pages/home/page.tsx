import type { ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useProjects, useTrashedProjects } from '../../data/queries.ts';
import type { ProjectSummary } from '../../data/shapes.ts';
import { usePreferences } from '../../preferences/store.ts';
import { placeIn } from '../../shell/last-place.ts';
import { pageOf } from '../../shell/project-pages.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { RunStatusChip } from '../../runs/run-status-chip.tsx';
import { ago } from '../../words/ago.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { ariaSort, SortButton } from '../../ui/sort-button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify, type TakeBack } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { DroppedProject } from './dropped-project.tsx';
import { EmptyProjects, isEmpty } from './empty-projects.tsx';
import { RestoreBackup } from './restore-backup.tsx';
import { sampleDocuments } from './sample-documents.ts';
import './page.css';

/** All projects, the last used first; on the first visit, what this is and how to begin. */
export function HomePage() {
  const words = useWords();
  const projects = useProjects();
  const trashed = useTrashedProjects();
  return (
    <Page
      title={words.home.title}
      actions={
        (projects.data?.length ?? 0) > 0 && (
          <div className="row">
            <RestoreBackup />
            <Link to="/new" className="button button-primary">
              <Icon name="plus" />
              {words.home.create}
            </Link>
          </div>
        )
      }
    >
      <Loaded answer={projects}>
        {(list) => (list.length === 0 ? <FirstVisit /> : <ProjectList projects={list} />)}
      </Loaded>
      <DroppedProject />
      {(trashed.data?.length ?? 0) > 0 && (
        <p>
          <Link to="/trash">{words.trash.projectsTitle}</Link>
        </p>
      )}
    </Page>
  );
}

/** What this is, and the two ways to see it at work: with one's own documents, or with the sample. */
function FirstVisit() {
  const words = useWords();
  const [api, queries, navigate] = [useApi(), useQueryClient(), useNavigate()];
  const { language } = usePreferences();
  const [isBusy, setIsBusy] = useState(false);
  const trySample = async () => {
    setIsBusy(true);
    try {
      const name = words.home.sampleName;
      const { id } = await api.projects.create({ name, language });
      await api.documents.upload(id, await sampleDocuments(language), { signal: new AbortController().signal });
      const run = await api.runs.start(id, { title: name, isBuiltIn: true });
      await queries.invalidateQueries({ queryKey: ['projects'] });
      await navigate({ to: '/p/$projectId/runs/$runId', params: { projectId: id, runId: run } });
    } catch (error) {
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <EmptyState title={words.home.empty} detail={words.home.emptyDetail}>
      <Link to="/new" className="button button-primary">
        {words.home.create}
      </Link>
      <Button busy={isBusy} onClick={() => void trySample()}>
        {words.home.sample}
      </Button>
      <RestoreBackup />
    </EmptyState>
  );
}

type SortKey = 'name' | 'documents' | 'entries' | 'openIssues' | 'lastRun';

function ProjectList({ projects }: { readonly projects: readonly ProjectSummary[] }) {
  const words = useWords();
  const [sort, setSort] = useState<{ readonly by: SortKey; readonly descending: boolean }>({
    by: 'lastRun',
    descending: true,
  });
  const [doomed, setDoomed] = useState<ProjectSummary>();
  const sorted = useMemo(() => {
    const value = (project: ProjectSummary): string | number =>
      sort.by === 'lastRun' ? (project.lastRun?.finishedAt ?? 0) : project[sort.by];
    const rows = projects.toSorted((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
    return sort.descending ? rows.toReversed() : rows;
  }, [projects, sort]);
  const head = (by: SortKey, label: string, isNumber = false) => (
    <th
      scope="col"
      className={isNumber ? `project-number ${by === 'entries' ? '' : 'project-extra'}` : ''}
      aria-sort={ariaSort(sort, by)}
    >
      <SortButton
        by={by}
        label={label}
        sort={sort}
        startsDescending={isNumber}
        onSort={({ descending }) => setSort({ by, descending })}
      />
    </th>
  );
  return (
    <>
      <EmptyProjects projects={projects.filter(isEmpty)} />
      <div className="project-scroll">
        <table className="projects">
          <thead>
            <tr>
              {head('name', words.home.name)}
              {head('documents', words.home.documents, true)}
              {head('entries', words.home.entries, true)}
              {head('openIssues', words.home.openIssues, true)}
              {head('lastRun', words.home.lastRun)}
              <td />
            </tr>
          </thead>
          <tbody>
            {sorted.map((project) => (
              <tr key={project.id}>
                <th scope="row">
                  {/* Where somebody left off; a project that has nothing is given documents first. */}
                  <AppLink
                    href={
                      (project.documents + project.entries > 0 ? placeIn(project.id) : undefined) ??
                      pageOf(project.id, project.entries > 0 ? 'entries' : 'documents')
                    }
                    className="project-name"
                  >
                    {project.name}
                  </AppLink>
                  {isEmpty(project) && <span className="project-empty">{words.home.isEmpty}</span>}
                  {project.changedDocuments > 0 && (
                    <span className="project-changed">{words.home.changed(project.changedDocuments)}</span>
                  )}
                </th>
                <td className="project-number project-extra">{words.number(project.documents)}</td>
                <td className="project-number">{words.number(project.entries)}</td>
                <td className="project-number project-extra">{words.number(project.openIssues)}</td>
                <td>
                  <LastRun project={project} />
                </td>
                <td className="project-actions">
                  <Button
                    kind="quiet"
                    size="small"
                    onClick={() => setDoomed(project)}
                    aria-label={`${words.home.remove}: ${project.name}`}
                  >
                    {words.actions.delete}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <RemoveDialog project={doomed} onClose={() => setDoomed(undefined)} />
      </div>
    </>
  );
}

function LastRun({ project: { activeRun, lastRun } }: { readonly project: ProjectSummary }) {
  const words = useWords();
  const run = activeRun ?? lastRun;
  if (run === undefined) return <span className="muted">{words.home.never}</span>;
  return (
    <span className="row">
      <RunStatusChip status={run.status} />
      {activeRun === undefined && lastRun?.finishedAt !== undefined && (
        <span className="muted">{ago(words, lastRun.finishedAt)}</span>
      )}
    </span>
  );
}

function RemoveDialog({
  project,
  onClose,
}: {
  readonly project: ProjectSummary | undefined;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [api, queries, navigate] = [useApi(), useQueryClient(), useNavigate()];
  const [isBusy, setIsBusy] = useState(false);
  const refreshList = () => queries.invalidateQueries({ queryKey: ['projects'] });
  const remove = async ({ id, name }: { readonly id: ProjectId; readonly name: string }) => {
    setIsBusy(true);
    const undo = await api.projects.remove(id).finally(() => setIsBusy(false));
    onClose();
    await refreshList();
    const bringBack = async (token: string): ReturnType<TakeBack> => {
      await api.undo(token);
      await refreshList();
      await navigate({ to: '/' });
      return undefined;
    };
    notify({
      message: words.home.removed(name),
      ...(undo === undefined ? {} : { undo: { label: words.actions.undo, run: () => bringBack(undo.token) } }),
    });
  };
  return (
    <Dialog
      title={words.home.removeTitle(project?.name ?? '')}
      description={words.home.removeDetail(project?.documents ?? 0, project?.entries ?? 0)}
      open={project !== undefined}
      onClose={onClose}
    >
      <div className="row row-end">
        <Button onClick={onClose}>{words.actions.cancel}</Button>
        <Button kind="danger" busy={isBusy} onClick={() => project && void remove(project)}>
          {words.actions.delete}
        </Button>
      </div>
    </Dialog>
  );
}
