/** Later than this nothing waits (milliseconds). */
const mostMs = 300;

/** Does what nobody waits for when the page has nothing better to do: the next frame goes first. Returns a way to forget it. */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(work, { timeout: mostMs });
  return () => cancelIdleCallback(waiting);
}
