import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function as long as a component is there, which does what the latest one does: what it is given to need not be drawn anew. */
export function useLatest<Input extends readonly unknown[], Output>(
  act: (...input: Input) => Output,
): (...input: Input) => Output {
  const latest = useRef(act);
  // With what is drawn: who is quick never has what was there before.
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...input: Input) => latest.current(...input), []);
}
