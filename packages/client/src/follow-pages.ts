import type { Unsubscribable } from '@trpc/server/observable';

/** A page of a cursor: `lastSeq` is where to go on from. */
export interface Page {
  readonly lastSeq: number;
}

export interface PageHandlers<P extends Page> {
  readonly onData: (message: { readonly data: P }) => void;
  readonly onError: (error: unknown) => void;
  readonly onComplete: () => void;
}

/** Pages that wait for a reader who takes his time; above this the subscription is given up and taken again later. */
const MAX_WAITING = 32;

/**
 * A subscription of pages as something to iterate: each page once and in order. A reader who stops in between holds
 * nothing: while he is slow the subscription ends, and begins again after the last page that he took.
 *
 * @throws what the subscription failed with · the signal's reason
 */
export async function* followPages<P extends Page>(
  subscribe: (after: number, handlers: PageHandlers<P>) => Unsubscribable,
  { after, signal }: { readonly after: number; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<P, void, void> {
  let cursor = after;
  let waiting: P[] = [];
  let end: { readonly error?: unknown } | undefined;
  let wake: (() => void) | undefined;
  let subscription: Unsubscribable | undefined;
  const stop = () => {
    subscription?.unsubscribe();
    subscription = undefined;
  };
  const finish = (ended: { readonly error?: unknown }) => {
    end ??= ended;
    wake?.();
  };
  const onAbort = () => finish({ error: signal?.reason });
  const begin = () => {
    let isCurrent = true;
    const opened = subscribe(waiting.at(-1)?.lastSeq ?? cursor, {
      onData: ({ data }) => {
        if (!isCurrent) return;
        waiting.push(data);
        if (waiting.length >= MAX_WAITING) {
          isCurrent = false;
          stop();
        }
        wake?.();
      },
      onError: (error) => isCurrent && finish({ error }),
      onComplete: () => isCurrent && finish({}),
    });
    subscription = { unsubscribe: () => ((isCurrent = false), opened.unsubscribe()) };
  };
  signal?.throwIfAborted();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      const pages = waiting;
      waiting = [];
      for (const page of pages) {
        signal?.throwIfAborted();
        cursor = page.lastSeq;
        yield page;
      }
      if (waiting.length > 0) continue;
      if (end !== undefined) {
        if ('error' in end) throw end.error;
        return;
      }
      if (subscription === undefined) begin();
      const woken = new Promise<void>((resolve) => (wake = resolve));
      if (waiting.length === 0 && end === undefined) await woken;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stop();
  }
}
