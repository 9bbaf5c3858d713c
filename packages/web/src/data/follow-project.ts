import type { ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from './api.ts';
import { refresh } from './queries.ts';
import { untilAborted } from './until-aborted.ts';

/** Keeps every screen of a project true: whatever changes it, here or in another tab, is asked again at once. */
export function useFollowedProject(project: ProjectId): void {
  const [api, queries] = [useApi(), useQueryClient()];
  useEffect(() => {
    const gone = new AbortController();
    void untilAborted(gone.signal, async () => {
      for await (const nouns of api.projects.changes(project, { signal: gone.signal })) {
        await refresh(queries, project, nouns);
      }
    });
    return () => gone.abort();
  }, [api, queries, project]);
}
