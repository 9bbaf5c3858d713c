import type { AppRouter, RunEvent, RunEventMessage, RunId } from '@genglossary/contract';
import type { TRPCClient } from '@trpc/client';
import { toClientError } from './client-error.ts';
import { followPages, type Page } from './follow-pages.ts';

export interface FollowOptions {
  /** Number of the last event that is known already; 0 for all. */
  readonly after?: number;
  readonly signal?: AbortSignal;
}

type RunPage = Page &
  (
    | {
        readonly type: 'page';
        readonly entries: readonly { readonly seq: number; readonly at: number; readonly event: RunEvent }[];
      }
    | { readonly type: 'truncated'; readonly from: number; readonly to: number }
    | { readonly type: 'status-unsaved'; readonly status: string; readonly tries: number; readonly code: string }
  );

/** Every event of a run once and in order, through lost connections and restarted servers, until the run is over. */
export async function* runEvents(
  { api, url }: { readonly api: TRPCClient<AppRouter>; readonly url: string },
  runId: RunId,
  { after = 0, signal }: FollowOptions,
): AsyncGenerator<RunEventMessage, void, void> {
  try {
    // A socket is only ever tried again; a refusal (no such run, no token) is told by a call.
    await api.runs.get.query({ runId }, signal === undefined ? {} : { signal });
    const pages = followPages<RunPage>(
      (from, { onData, onError, onComplete }) =>
        api.runs.events.subscribe({ runId, after: from }, { onData, onError, onComplete }),
      { after, signal },
    );
    for await (const page of pages) {
      if (page.type === 'page') {
        for (const { seq, at, event } of page.entries) yield { ...event, seq, at };
      } else if (page.type === 'truncated') {
        yield { type: 'events-truncated', from: page.from, to: page.to, seq: page.lastSeq };
      } else {
        const { status, tries, code } = page;
        yield { type: 'status-unsaved', status, tries, code, seq: page.lastSeq };
      }
    }
  } catch (error) {
    throw toClientError(error, { url, signal });
  }
}
