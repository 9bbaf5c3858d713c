import { useRef } from 'react';

/** How often a value has become another one: a value that comes back is told from one that stayed. */
export function useTurn(value: unknown): number {
  const turn = useRef({ value, count: 0 });
  if (!Object.is(turn.current.value, value)) turn.current = { value, count: turn.current.count + 1 };
  return turn.current.count;
}
