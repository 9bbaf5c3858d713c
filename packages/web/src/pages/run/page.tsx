import { isTerminal, type ProjectId, type RunId } from '@genglossary/core/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAddress } from '../../data/address.ts';
import { useFollowedRun } from '../../data/followed-run.ts';
import { Failure } from '../../data/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../data/api.ts';
import { useAction } from '../../data/actions.ts';
import { useProject } from '../../data/queries.ts';
import { questions } from '../../data/questions.ts';
import { overallProgress, type RunView, timeLeft } from '../../data/run-view.ts';
import type { RunInfo } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { CameAndLeft } from '../../runs/came-and-left.tsx';
import { tellWork } from '../../runs/tell-work.ts';
import { RunStatusChip } from '../../runs/run-status-chip.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { clockOf } from '../../words/ago.ts';
import { useWords } from '../../words/words.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Calls } from './calls.tsx';
import { FailedItems } from './failed-items.tsx';
import { RunLog } from './run-log.tsx';
import { Spent } from './spent.tsx';
import { type RunSearch, runSearch } from './run-search.ts';
import { StepLine } from './step-line.tsx';
import './page.css';

const quietMs = 30_000;
/** How often it is asked what a run has spent (milliseconds). */
const spentMs = 2000;

/** One run: where it is, what it told from the first line on, what it gave up, and how to stop it or go on. */
export function RunPage({
  project,
  run,
  search,
}: {
  readonly project: ProjectId;
  readonly run: RunId;
  readonly search: RunSearch;
}) {
  const words = useWords();
  const navigate = useNavigate();
  const { view: told, error } = useFollowedRun(project, run);
  const summary = useProject(project);
  const [tab, setTab] = useState<'log' | 'calls'>('log');
  const change = useAddress(runSearch);
  const info = useQuery({
    ...questions.run(useApi(), project, run),
    // What a run has spent so far is told by its row alone.
    refetchInterval: isTerminal(told.status) ? false : spentMs,
  }).data;
  const view = withStored(told, info);
  const isCaughtUp = view === told;
  const now = useNow(!isTerminal(view.status));
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useAction(project, ['run'], (api) => api.runs.cancel(run));
  const resume = useAction(project, ['run'], (api) => api.runs.resume(run));
  const isActive = !isTerminal(view.status);
  const goOn = () =>
    resume.mutate(undefined, {
      onSuccess: (next) =>
        void navigate({ to: '/p/$projectId/runs/$runId', params: { projectId: project, runId: next } }),
    });
  useShortcuts('run', isActive ? [{ command: 'run.cancel', run: () => setIsAsking(true) }] : []);

  if (error !== undefined && view.lastSeq === 0) {
    return (
      <Page title={words.shell.notFound}>
        <Failure error={error} />
      </Page>
    );
  }
  const hasModel = info !== undefined && (info.usage.calls > 0 || Object.keys(info.settings?.models ?? {}).length > 0);
  if (info === undefined && view.lastSeq === 0) return <Skeleton lines={6} label={words.shell.loading} />;
  const share = overallProgress(view);
  const left = timeLeft(view);
  const title = summary.data?.name ?? '';
  const log = <RunLog log={view.log} name={`${title} ${run}`} isOver={!isActive} search={search} onSearch={change} />;
  return (
    <Page
      full
      title={view.startedAt === undefined ? words.runs.title : words.date(view.startedAt)}
      documentTitle={`${isActive ? `${Math.floor(share * 100)}%` : words.runs.status[view.status]} · ${title}`}
      actions={
        <div className="row">
          {isActive ? (
            <Button
              kind="danger"
              busy={cancel.isPending}
              disabled={view.status === 'cancelling'}
              onClick={() => cancel.mutate(undefined)}
            >
              {view.status === 'cancelling' ? words.runs.cancelling : words.runs.cancel}
            </Button>
          ) : (
            view.status !== 'completed' && (
              <Button kind={view.status === 'partial' ? 'plain' : 'primary'} busy={resume.isPending} onClick={goOn}>
                {view.failed.length > 0 ? words.runs.resumeFailed(view.failed.length) : words.runs.resume}
              </Button>
            )
          )}
          {!isActive && (
            <Link
              to="/p/$projectId/entries"
              params={{ projectId: project }}
              className={`button ${view.status === 'completed' || view.status === 'partial' ? 'button-primary' : ''}`}
            >
              {words.runs.openEntries}
            </Link>
          )}
        </div>
      }
    >
      <section className="run-head" aria-label={words.runs.title}>
        <div className="row run-facts">
          <RunStatusChip status={view.status} />
          <span className="numbers">
            {view.startedAt !== undefined && clockOf((view.finishedAt ?? now) - view.startedAt)}
          </span>
          {view.counts !== undefined && (
            <span className="muted numbers">{tellWork(view.counts, isActive ? undefined : info?.outcome, words)}</span>
          )}
          {left !== undefined && (
            <span className="muted numbers">{words.runs.left(clockOf(left.from), clockOf(left.to))}</span>
          )}
        </div>
        <p role="status" className={`run-word ${view.status === 'failed' ? 'run-word-failed' : ''}`}>
          {wordOf(view, now, words)}
        </p>
        {/* Of a run that is over its steps say how far it came. */}
        {isActive && <Progress label={words.runs.status[view.status]} done={share} total={1} />}
        <StepLine
          view={view}
          isCaughtUp={isCaughtUp}
          chosen={search.step}
          onChoose={(step) => {
            setTab('log');
            change({ step: step === search.step ? undefined : step, line: undefined });
          }}
        />
        {info !== undefined && <Spent run={info} />}
        {!isActive && info?.outcome !== undefined && <CameAndLeft project={project} outcome={info.outcome} />}
      </section>
      {view.failed.length > 0 && <FailedItems project={project} items={view.failed} />}
      {hasModel ? (
        <Tabs
          label={words.runs.title}
          value={tab}
          onChange={setTab}
          tabs={[
            { name: 'log', label: words.runs.log, content: log },
            {
              name: 'calls',
              label: words.runs.calls,
              count: info.usage.calls,
              content: <Calls project={project} run={run} isActive={isActive} />,
            },
          ]}
        />
      ) : (
        log
      )}
      <Dialog
        title={words.runs.cancelTitle}
        description={words.runs.cancelDetail}
        open={isAsking && isActive}
        onClose={() => setIsAsking(false)}
      >
        <div className="row row-end">
          <Button onClick={() => setIsAsking(false)}>{words.runs.goOn}</Button>
          <Button
            kind="danger"
            onClick={() => {
              setIsAsking(false);
              cancel.mutate(undefined);
            }}
          >
            {words.runs.cancel}
          </Button>
        </div>
      </Dialog>
    </Page>
  );
}

/**
 * A journal is told from its first line on: until it is told to the end, a run that is over says so by its row. Nobody
 * sees it run once more.
 */
function withStored(told: RunView, info: RunInfo | undefined): RunView {
  if (info === undefined || !isTerminal(info.status) || isTerminal(told.status)) return told;
  const { status, counts, failure, startedAt, finishedAt } = info;
  return {
    ...told,
    status,
    counts,
    ...(failure === undefined ? {} : { failure }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  };
}

function wordOf(view: RunView, now: number, words: ReturnType<typeof useWords>): string {
  if (view.isUnsaved) return words.runs.unsaved;
  switch (view.status) {
    case 'failed':
      return view.failure === undefined
        ? words.runs.endedFailed
        : `${words.runs.endedFailed}: ${words.errors.tell(view.failure)}`;
    case 'partial':
      return words.runs.endedPartial(view.counts?.failed ?? view.failed.length);
    case 'cancelled':
      return words.runs.endedCancelled;
    case 'running':
      return view.heardAt !== undefined && now - view.heardAt > quietMs ? words.runs.quiet : '';
    case 'pending':
    case 'cancelling':
    case 'completed':
      return '';
    default:
      view.status satisfies never;
      return '';
  }
}

/** The time, each second, while something is measured by it. */
function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isTicking) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
