import { runId, type ProjectId, type RunId } from '@genglossary/core/domain';
import { useNavigate } from '@tanstack/react-router';
import { describeError } from '../data/describe-error.ts';
import { useAction, useProject } from '../data/queries.ts';
import { preferences } from '../preferences/store.ts';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

/** Starts to make the glossary and opens the run; where one is under way already, opens that. */
export function useStartRun(project: ProjectId) {
  const words = useWords();
  const navigate = useNavigate();
  const { data } = useProject(project);
  const action = useAction(
    project,
    ['run'],
    (api) => api.runs.start(project, { title: data?.name ?? '', model: preferences().model }),
    { showsFailure: true },
  );
  const open = (run: RunId) =>
    navigate({ to: '/p/$projectId/runs/$runId', params: { projectId: project, runId: run } });
  return {
    isBusy: action.isPending,
    async start() {
      try {
        await open(await action.mutateAsync(undefined));
      } catch (error) {
        const active = activeRunOf(error) ?? data?.activeRun?.id;
        if (active === undefined) {
          notify({ message: words.shell.failed, detail: describeError(error).message, tone: 'bad' });
        } else await open(active);
      }
    },
  };
}

function activeRunOf(error: unknown): RunId | undefined {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'run/already-active') return undefined;
  const details: unknown = Reflect.get(error, 'details');
  const id: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, 'runId') : undefined;
  return typeof id === 'string' ? runId(id) : undefined;
}
