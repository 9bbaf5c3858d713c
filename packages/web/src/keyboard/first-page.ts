import { useLayoutEffect } from 'react';

/** What stands in for something that is still to come. */
const comes = new Set<object>();
const told = new Set<() => void>();

/** Says that what is drawn stands in for something that comes: what is pressed on the first page waits for it. */
export function useStandsIn(): void {
  useLayoutEffect(() => {
    const one = {};
    comes.add(one);
    return () => {
      comes.delete(one);
      // Once what came has registered its keys.
      queueMicrotask(() => {
        for (const tell of told) tell();
      });
    };
  }, []);
}

export function isSomethingToCome(): boolean {
  return comes.size > 0;
}

/** Tells each time that something came; returns a way to end that. */
export function onCame(tell: () => void): () => void {
  told.add(tell);
  return () => {
    told.delete(tell);
  };
}
