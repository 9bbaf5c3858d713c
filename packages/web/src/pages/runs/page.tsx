import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useProject, useRuns } from '../../data/queries.ts';
import { tellWork } from '../../runs/tell-work.ts';
import { RunStatusChip } from '../../runs/run-status-chip.tsx';
import { useStartRun } from '../../runs/use-start-run.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { clockOf } from '../../words/ago.ts';
import { useWords } from '../../words/words.tsx';
import { Comparison } from './comparison.tsx';
import { compared, runsSearch, type RunsSearch, toggled } from './runs-search.ts';
import './page.css';

/** Every run of the project, the newest first. */
export function RunsPage({ project, search }: { readonly project: ProjectId; readonly search: RunsSearch }) {
  const words = useWords();
  const runs = useRuns(project);
  const { data } = useProject(project);
  const started = useStartRun(project);
  const change = useAddress(runsSearch);
  // As on the page of the documents: what would change nothing does not call for it.
  const isMade = (data?.entries ?? 0) > 0 && data?.changedDocuments === 0;
  const button = (
    <Button kind={isMade ? 'plain' : 'primary'} busy={started.isBusy} onClick={() => void started.start()}>
      {(data?.entries ?? 0) > 0 ? words.runs.update : words.runs.start}
    </Button>
  );
  return (
    <Page title={words.runs.title} actions={(runs.data?.length ?? 0) > 0 && button}>
      <Loaded answer={runs}>
        {(list) => {
          const chosen = (search.compare ?? []).filter((id) => list.some((run) => run.id === id));
          // The earlier one stands first, whatever was chosen first.
          const side = list.filter(({ id }) => chosen.includes(id)).toReversed();
          return list.length === 0 ? (
            <EmptyState title={words.runs.empty} detail={words.runs.emptyDetail}>
              {button}
            </EmptyState>
          ) : (
            <>
              {side.length === compared && (
                <Comparison {...{ project }} runs={side} onEnd={() => change({ compare: undefined })} />
              )}
              {list.length >= compared && side.length < compared && <p className="muted">{words.runs.compareHint}</p>}
              <ol className="runs">
                {list.map((run) => (
                  <li key={run.id} className="run-row">
                    {list.length >= compared && (
                      <label className="run-choice">
                        <input
                          type="checkbox"
                          aria-label={words.runs.chooseRun(words.date(run.createdAt))}
                          checked={chosen.includes(run.id)}
                          onChange={() => change({ compare: toggled(chosen, run.id) })}
                        />
                      </label>
                    )}
                    <Link
                      to="/p/$projectId/runs/$runId"
                      params={{ projectId: project, runId: run.id }}
                      className="run-line"
                    >
                      <span className="run-status">
                        <RunStatusChip status={run.status} />
                      </span>
                      <span className="run-when">{words.date(run.createdAt)}</span>
                      <span className="muted numbers">{tellWork(run.counts, run.outcome, words)}</span>
                      {run.finishedAt !== undefined && run.startedAt !== undefined && (
                        <span className="run-time numbers">{clockOf(run.finishedAt - run.startedAt)}</span>
                      )}
                    </Link>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
