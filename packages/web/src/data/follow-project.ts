import type { ProjectId, RunId } from '@genglossary/core/domain';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { closeChapter } from '../ui/toast.tsx';
import { whenQuiet } from '../ui/when-quiet.ts';
import { useApi } from './api.ts';
import { refresh } from './actions.ts';
import { questions } from './questions.ts';
import type { Noun } from './shapes.ts';
import { untilAborted } from './until-aborted.ts';

/** Changes that come within this time of each other are asked for together; runs, whose end is waited for, sooner (milliseconds). */
const changesMs = 200;
const runsMs = 40;

/**
 * Keeps every screen of a project true: whatever changes it, and whoever starts a run, is asked again at once. `onBuilt` is
 * called whenever a run has made another glossary.
 */
export function useFollowedProject(project: ProjectId, onBuilt: () => void): void {
  const [api, queries] = [useApi(), useQueryClient()];
  const tell = useRef(onBuilt);
  useEffect(() => {
    tell.current = onBuilt;
  });
  useEffect(() => {
    const gone = new AbortController();
    const ask = (nouns: readonly Noun[]) => refresh(queries, project, nouns);
    // That a run begins or ends waits for no list that is being asked for.
    const [changes, runs] = [gatherNouns(changesMs, ask), gatherNouns(runsMs, ask)];
    const onRun = (run: RunId | null) => {
      if (run !== null) showRun(queries, questions.project(api, project), run);
      runs.note(['run']);
    };
    void untilAborted(
      gone.signal,
      async () => {
        const following = { signal: gone.signal, onRun };
        for await (const { nouns, isChapter, isBuilt } of api.projects.changes(project, following)) {
          if (isChapter) closeChapter();
          if (isBuilt) tell.current();
          changes.note(nouns);
        }
      },
      // Whoever asks for the project itself is told the same, and shows it.
      () => void refresh(queries, project, ['project']),
    );
    return () => {
      gone.abort();
      changes.stop();
      runs.stop();
    };
  }, [api, queries, project]);
}

/** Shows that a run has begun before the project is asked what else is different. */
function showRun(queries: QueryClient, { queryKey }: ReturnType<typeof questions.project>, run: RunId): void {
  const activeRun = { id: run, status: 'pending' } as const;
  queries.setQueryData(queryKey, (known) =>
    known === undefined || known.activeRun?.id === run ? known : { ...known, activeRun },
  );
}

/** Asks for what changed together; what changes while it is asked waits for the next time. */
function gatherNouns(pauseMs: number, ask: (nouns: readonly Noun[]) => Promise<void>) {
  const waiting = new Set<Noun>();
  let isAsking = false;
  const askAll = () => {
    if (isAsking || waiting.size === 0) return;
    const nouns = [...waiting];
    waiting.clear();
    isAsking = true;
    void ask(nouns).finally(() => {
      isAsking = false;
      askAll();
    });
  };
  const gathered = whenQuiet(pauseMs, (nouns: readonly Noun[]) => {
    for (const noun of nouns) waiting.add(noun);
    askAll();
  });
  return { note: (nouns: readonly Noun[]) => gathered.add(...nouns), stop: gathered.stop };
}
