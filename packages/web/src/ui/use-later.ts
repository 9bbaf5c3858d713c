import { useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

/**
 * A part of the app that no page needs to be seen: fetched when there is nothing better to do, or as soon as it is
 * wanted. Nothing stands in for it meanwhile.
 */
export function useLater<Part extends object>(load: () => Promise<Part>, isWanted: boolean): Part | undefined {
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    if (part !== undefined) return undefined;
    // What could not be fetched is fetched when it is wanted again.
    const fetch = () => void load().then(setPart, () => undefined);
    if (!isWanted) return whenIdle(fetch);
    fetch();
    return undefined;
  }, [load, isWanted, part]);
  return part;
}
