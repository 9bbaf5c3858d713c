import { type RefObject, useEffect, useRef } from 'react';

interface ShownPassage {
  readonly at: number | undefined;
  /** The same passage stands elsewhere where the document is drawn in another way. */
  readonly drawnAs: string;
  /** What is drawn, which may come later than the address. */
  readonly shown: unknown;
}

/** Brings the passage that is asked for into view, once: whoever then reads elsewhere stays there, whatever is marked. */
export function usePassageInView(pane: RefObject<HTMLElement | null>, { at, drawnAs, shown }: ShownPassage): void {
  const done = useRef<string>(undefined);
  useEffect(() => {
    const asked = at === undefined ? undefined : `${drawnAs} ${at}`;
    if (done.current === asked) return;
    done.current = undefined;
    const passage = asked === undefined ? null : pane.current?.querySelector('[data-current]');
    if (passage === null || passage === undefined) return;
    passage.scrollIntoView({ block: 'center', inline: 'nearest' });
    done.current = asked;
  }, [pane, at, drawnAs, shown]);
}
