import { startTransition, useEffect, useState } from 'react';

/** A value as it was when the browser painted last: what follows from it does not hold up the next frame. */
export function useAfterPaint<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    if (Object.is(painted, value)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => startTransition(() => setPainted(value));
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(follow);
    });
    // A window in the background paints nothing.
    const inAnyCase = setTimeout(follow, 500);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(inAnyCase);
    };
  }, [painted, value]);
  return painted;
}
