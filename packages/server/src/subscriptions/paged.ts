import { setTimeout as sleep } from 'node:timers/promises';
import { tracked } from '@trpc/server';
import type { ServerContext } from '../context.ts';
import { limits } from '../limits.ts';
import { serverError, toServerError } from '../server-error.ts';

/** What a cursor gives: `lastSeq` is where to go on from. */
interface Page {
  readonly lastSeq: number;
}

/**
 * A cursor as a subscription: each page is one tracked message whose id is the last number in it, so a client that
 * lost its connection resumes exactly there. The next page is read only when the socket has room and a moment has
 * passed: what happens meanwhile comes in one page instead of many.
 *
 * @throws `request/too-many` when the connection has too many subscriptions · whatever the cursor throws
 */
export async function* paged<P extends Page>(
  { socket, metrics, logger, requestId = '' }: Omit<ServerContext, 'core'>,
  pages: (signal: AbortSignal) => AsyncIterable<P>,
  signal: AbortSignal = new AbortController().signal,
) {
  if (socket !== undefined && socket.subscriptions >= limits.subscriptionsPerConnection) {
    const limit = `${limits.subscriptionsPerConnection} subscriptions a connection`;
    throw serverError('request/too-many', `This connection has ${limit}.`, { requestId, details: { limit } });
  }
  if (socket !== undefined) socket.subscriptions += 1;
  metrics.subscriptions.inc();
  try {
    for await (const page of pages(signal)) {
      yield tracked(String(page.lastSeq), page);
      await socket?.drained(signal);
      await sleep(limits.pageIntervalMs, undefined, { signal });
    }
  } catch (error) {
    if (signal.aborted) return;
    const failure = toServerError(error, requestId);
    // Its call was over when it had begun: nobody else writes down what ends it.
    const { code } = failure.report;
    if (code === 'server/unexpected') {
      logger.error('subscription-end', { request: requestId, code, error: failure.cause });
    } else logger.info('subscription-end', { request: requestId, code });
    throw failure;
  } finally {
    if (socket !== undefined) socket.subscriptions -= 1;
    metrics.subscriptions.dec();
  }
}

/** Where a subscription begins: what the client saw last wins over where it asked to begin. */
export function cursorOf({
  after,
  lastEventId,
}: {
  readonly after?: number | undefined;
  readonly lastEventId?: string | null | undefined;
}): number {
  return lastEventId === undefined || lastEventId === null ? (after ?? 0) : Number(lastEventId);
}
