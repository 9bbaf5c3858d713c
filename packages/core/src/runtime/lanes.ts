/** One of so many places. Leaving it twice is leaving it once; disposing leaves it. */
export interface Lane extends Disposable {
  leave(): void;
}

/** So many at once; who comes later waits, in the order of coming. */
export function createLanes(count: number): () => Promise<Lane> {
  let open = count;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) open += 1;
    else next();
  };
  return async () => {
    if (open > 0) open -= 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    let isLeft = false;
    const leaveOnce = () => {
      if (!isLeft) leave();
      isLeft = true;
    };
    return { leave: leaveOnce, [Symbol.dispose]: leaveOnce };
  };
}
