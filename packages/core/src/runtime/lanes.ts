/** One of so many places. Leaving it twice is leaving it once; disposing leaves it. */
export interface Lane extends Disposable {
  leave(): void;
}

/**
 * So many at once; who comes later waits, in the order of coming. Who is aborted while waiting goes at once, with the
 * signal's reason.
 */
export function createLanes(count: number): (signal?: AbortSignal) => Promise<Lane> {
  let open = count;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) open += 1;
    else next();
  };
  const turn = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const onTurn = () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      const onAbort = () => {
        waiting.splice(waiting.indexOf(onTurn), 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(onTurn);
    });
  return async (signal) => {
    signal?.throwIfAborted();
    if (open > 0) open -= 1;
    else await turn(signal);
    let isLeft = false;
    const leaveOnce = () => {
      if (!isLeft) leave();
      isLeft = true;
    };
    return { leave: leaveOnce, [Symbol.dispose]: leaveOnce };
  };
}
