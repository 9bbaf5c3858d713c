/**
 * Gathers what comes one after the other, such as what is said of a hundred decisions, and does it together: when nothing
 * more came during a pause (milliseconds), and after `mostPauses` of
 * them in any case. Who is doing something quickly is not held up.
 */
export function whenQuiet<One>(
  pauseMs: number,
  act: (all: readonly One[]) => void,
  { mostPauses = 4 }: { readonly mostPauses?: number } = {},
): {
  readonly add: (...more: readonly One[]) => void;
  readonly stop: () => void;
} {
  let waiting: One[] = [];
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const actNow = () => {
    const all = waiting;
    waiting = [];
    act(all);
  };
  return {
    add(...more) {
      if (waiting.length === 0) since = performance.now();
      waiting.push(...more);
      clearTimeout(timer);
      timer = setTimeout(actNow, Math.min(pauseMs, since + mostPauses * pauseMs - performance.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
