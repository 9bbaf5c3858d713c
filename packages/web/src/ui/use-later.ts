import { useEffect, useState } from 'react';
import { isSomethingToCome, onCame } from '../keyboard/first-page.ts';
import { whenIdle } from './when-idle.ts';

/**
 * A part of the app that no page needs to be seen: fetched when the page is there and nothing better is to do, or as soon
 * as it is wanted. Nothing stands in for it meanwhile.
 */
export function useLater<Part extends object>(load: () => Promise<Part>, isWanted: boolean): Part | undefined {
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    if (part !== undefined) return undefined;
    // What could not be fetched is fetched when it is wanted again.
    const fetch = () => void load().then(setPart, () => undefined);
    if (!isWanted) return whenPageIsThere(() => whenIdle(fetch));
    fetch();
    return undefined;
  }, [load, isWanted, part]);
  return part;
}

/** Does something once nothing stands in for what is still to come; returns a way to forget it. */
function whenPageIsThere(begin: () => () => void): () => void {
  if (!isSomethingToCome()) return begin();
  let end = onCame(() => {
    if (isSomethingToCome()) return;
    end();
    end = begin();
  });
  return () => end();
}
