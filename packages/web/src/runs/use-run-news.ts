import { isTerminal, type ProjectId, type RunId } from '@genglossary/core/domain';
import { useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useApi } from '../data/api.ts';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { isNews, tellOutcome } from './tell-outcome.ts';

/** Says in a notice what came into the glossary with the last run and what left it, wherever one is but on its own page. */
export function useRunNews(project: ProjectId): () => void {
  const words = useWords();
  const api = useApi();
  const router = useRouter();
  const told = useRef<RunId>(undefined);
  const tell = async () => {
    const last = (await api.runs.list(project)).find(({ status }) => isTerminal(status));
    if (last?.outcome === undefined || last.id === told.current || !isNews(last.outcome)) return;
    told.current = last.id;
    if (router.state.location.pathname.endsWith(last.id)) return;
    const to = { to: '/p/$projectId/runs/$runId', params: { projectId: project, runId: last.id } } as const;
    notify({
      message: tellOutcome(last.outcome, words),
      link: { label: words.runs.openLog, run: () => void router.navigate(to) },
    });
  };
  // Whoever looks at the runs is told why they cannot be read.
  return () => void tell().catch(() => undefined);
}
