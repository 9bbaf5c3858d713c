import { runId, type ProjectId, type RunId } from '@genglossary/core/domain';
import type { RunBudget } from '@genglossary/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../data/api.ts';
import { describeError } from '../data/describe-error.ts';
import { useAction } from '../data/actions.ts';
import { useProject } from '../data/queries.ts';
import { questions } from '../data/questions.ts';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { askForRun } from './asked-run.ts';

/**
 * Starts to make the glossary and opens the run; where one is under way already, opens that. Where a language model has
 * work in it, a person is asked first what it may spend.
 */
export function useStartRun(project: ProjectId) {
  const words = useWords();
  const navigate = useNavigate();
  const [api, queries] = [useApi(), useQueryClient()];
  const { data } = useProject(project);
  const action = useAction(
    project,
    ['run'],
    (asked, budget: RunBudget | undefined) => asked.runs.start(project, { title: data?.name ?? '', budget }),
    { showsFailure: true },
  );
  const open = (run: RunId) =>
    navigate({ to: '/p/$projectId/runs/$runId', params: { projectId: project, runId: run } });
  const begin = async (budget?: RunBudget) => {
    try {
      await open(await action.mutateAsync(budget));
    } catch (error) {
      const active = activeRunOf(error) ?? data?.activeRun?.id;
      if (active === undefined) {
        notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
      } else await open(active);
    }
  };
  return {
    isBusy: action.isPending,
    /** At once, spending at most so much. */
    begin,
    async start() {
      const { effective } = await queries.fetchQuery(questions.settings(api, project));
      if (Object.values(effective.steps).every((worker) => worker === 'built-in')) await begin();
      else askForRun(project);
    },
  };
}

function activeRunOf(error: unknown): RunId | undefined {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'run/already-active') return undefined;
  const details: unknown = Reflect.get(error, 'details');
  const id: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, 'runId') : undefined;
  return typeof id === 'string' ? runId(id) : undefined;
}
