import { startTransition, useEffect, useState } from 'react';
import { onCatchUp } from '../keyboard/catch-up.ts';
import { afterPaint } from './after-paint.ts';

/** Between two keys of somebody who types at forty words a minute or more; who thinks takes longer (milliseconds). */
export const typingPauseMs = 250;

/**
 * A value as it was when the browser painted last: what follows from it does not hold up the next frame. With a pause it
 * follows when the value has stayed the same for so many milliseconds: who types goes before. A key that acts on what
 * follows does not wait for it (`catchUp`), unless it is only looked at. `first` is what it is before anything was
 * painted; the value itself where that is not told.
 */
export function useAfterPaint<Value>(
  value: Value,
  {
    pauseMs = 0,
    first = value,
    isLookedAt = false,
  }: { readonly pauseMs?: number; readonly first?: Value; readonly isLookedAt?: boolean } = {},
): Value {
  const [painted, setPainted] = useState(first);
  useEffect(() => {
    if (Object.is(painted, value)) return undefined;
    const forget = onCatchUp(() => setPainted(value), { isLookedAt });
    const stop = afterPaint(() => startTransition(() => setPainted(value)), pauseMs);
    return () => {
      forget();
      stop();
    };
  }, [painted, value, pauseMs, isLookedAt]);
  return painted;
}
