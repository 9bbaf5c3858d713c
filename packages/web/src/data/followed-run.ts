import { isTerminal, type ProjectId, type RunId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from './api.ts';
import { refresh } from './actions.ts';
import { hear, nothingHeard, type RunMessage, type RunView } from './run-view.ts';
import { untilAborted } from './until-aborted.ts';

/** Events that come within this time are shown together (milliseconds). */
const gatherMs = 50;

/** A run as it was told so far, and why nothing more is told, where that is so. */
export interface Followed {
  readonly view: RunView;
  readonly error?: unknown;
}

/**
 * A run as it is now, from the first line of its journal to the last: followed as long as it is on screen. When it is
 * over, what is said of it and of the documents that it has read is asked again.
 */
export function useFollowedRun(project: ProjectId, run: RunId | undefined): Followed {
  const [api, queries] = [useApi(), useQueryClient()];
  const [followed, setFollowed] = useState<Followed & { readonly run: RunId | undefined }>({ run, view: nothingHeard });
  useEffect(() => {
    if (run === undefined) return undefined;
    const gone = new AbortController();
    let view = nothingHeard;
    let waiting: RunMessage[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      view = hear(view, waiting);
      waiting = [];
      setFollowed({ run, view });
    };
    void untilAborted(
      gone.signal,
      async () => {
        for await (const message of api.runs.events(run, { after: 0, signal: gone.signal })) {
          waiting.push(message);
          timer ??= setTimeout(show, gatherMs);
        }
        clearTimeout(timer);
        show();
        // What it made is told as changes (`follow-project.ts`): asked here too, it would be asked for twice.
        if (isTerminal(view.status)) await refresh(queries, project, ['run', 'document']);
      },
      (error) => setFollowed({ run, view, error }),
    );
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [api, queries, project, run]);
  return followed.run === run ? followed : { view: nothingHeard };
}
