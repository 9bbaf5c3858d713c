import { isTerminal, type ProjectId } from '@genglossary/core/domain';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useFollowedRun } from '../data/followed-run.ts';
import { useProject } from '../data/queries.ts';
import { currentStep, overallProgress } from '../data/run-view.ts';
import { Progress } from '../ui/progress.tsx';
import { useWords } from '../words/words.tsx';
import { RunStatusChip } from './run-status-chip.tsx';
import './run-bar.css';

/** The run that works for the project, at the foot of every page but its own. */
export function RunBar({ project }: { readonly project: ProjectId }) {
  const { data } = useProject(project);
  const matches = useMatchRoute();
  const run = data?.activeRun?.id;
  const { view } = useFollowedRun(project, run);
  const words = useWords();
  // Its last event says that it is over: nobody waits for the lists that are asked for then.
  if (run === undefined || isTerminal(view.status) || matches({ to: '/p/$projectId/runs/$runId' }) !== false)
    return null;
  const step = currentStep(view);
  return (
    <aside className="run-bar" aria-label={words.runs.title}>
      <RunStatusChip status={view.status} />
      <span className="run-bar-step">
        {step !== undefined && words.runs.steps[step.step]}
        {step?.total !== undefined && (
          <span className="muted numbers"> {words.runs.progress(step.done, step.total)}</span>
        )}
      </span>
      <Progress label={words.runs.title} done={overallProgress(view)} total={1} />
      <Link to="/p/$projectId/runs/$runId" params={{ projectId: project, runId: run }}>
        {words.runs.openLog}
      </Link>
    </aside>
  );
}
