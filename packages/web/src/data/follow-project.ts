import type { ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { closeChapter } from '../ui/toast.tsx';
import { useApi } from './api.ts';
import { refresh } from './queries.ts';
import type { Noun } from './shapes.ts';
import { untilAborted } from './until-aborted.ts';

/** Changes that come within this time are asked for together (milliseconds). */
const gatherMs = 150;

/** Keeps every screen of a project true: whatever changes it, and whoever starts a run, is asked again at once. */
export function useFollowedProject(project: ProjectId): void {
  const [api, queries] = [useApi(), useQueryClient()];
  useEffect(() => {
    const gone = new AbortController();
    const waiting = new Set<Noun>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      const nouns = [...waiting];
      waiting.clear();
      // What changes while it is asked waits for the next time.
      void refresh(queries, project, nouns).finally(() => {
        timer = waiting.size === 0 ? undefined : setTimeout(ask, gatherMs);
      });
    };
    const note = (nouns: readonly Noun[]) => {
      for (const noun of nouns) waiting.add(noun);
      timer ??= setTimeout(ask, gatherMs);
    };
    void untilAborted(
      gone.signal,
      async () => {
        const following = { signal: gone.signal, onRun: () => note(['run']) };
        for await (const { nouns, isChapter } of api.projects.changes(project, following)) {
          if (isChapter) closeChapter();
          note(nouns);
        }
      },
      // Whoever asks for the project itself is told the same, and shows it.
      () => void refresh(queries, project, ['project']),
    );
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [api, queries, project]);
}
