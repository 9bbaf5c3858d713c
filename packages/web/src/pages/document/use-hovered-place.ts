import { type RefObject, useEffect, useRef, useState } from 'react';

/** A marked word whose card is open, and where it is on the screen. */
export interface HoveredPlace {
  readonly link: HTMLElement;
  readonly box: DOMRect;
}

/** Passing over a word opens nothing. */
const openAfterMs = 300;
/** As long as it takes from the word to the card. */
const closeAfterMs = 200;

/**
 * The marked word under the pointer, or the one that has the focus by keys. It stays so while the pointer is over it or
 * over its card; Escape lets it go without moving the focus, until the pointer has left. Touch opens nothing.
 */
export function useHoveredPlace(
  pane: RefObject<HTMLElement | null>,
  card: RefObject<HTMLElement | null>,
): HoveredPlace | undefined {
  const [place, setPlace] = useState<HoveredPlace>();
  const open = useRef<HoveredPlace>(undefined);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const gone = new AbortController();
    const { signal } = gone;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let dismissed: Element | undefined;
    // Where the pointer was moved to last. A word that comes below it by scrolling was not pointed at.
    let rest = '';
    const pointOf = ({ clientX, clientY }: PointerEvent) => `${clientX} ${clientY}`;
    const isResting = (event: PointerEvent) => pointOf(event) === rest;
    document.addEventListener('pointermove', (event) => (rest = pointOf(event)), { signal, passive: true });
    const show = (next: HoveredPlace | undefined) => {
      clearTimeout(timer);
      open.current = next;
      setPlace(next);
    };
    const dismiss = (link: Element | undefined) => {
      dismissed = link;
      show(undefined);
    };

    element.addEventListener(
      'pointerover',
      (event) => {
        if (isResting(event)) return;
        const { target, pointerType, buttons, clientX, clientY } = event;
        const link = linkOf(target);
        if (link !== dismissed) dismissed = undefined;
        if (link === undefined || link === dismissed || pointerType === 'touch' || buttons !== 0) return;
        clearTimeout(timer);
        if (link === open.current?.link) return;
        timer = setTimeout(() => show({ link, box: boxAt(link, clientX, clientY) }), openAfterMs);
      },
      { signal },
    );
    const leave = ({ relatedTarget }: PointerEvent) => {
      const isStaying =
        relatedTarget instanceof Node &&
        (card.current?.contains(relatedTarget) === true || open.current?.link.contains(relatedTarget) === true);
      clearTimeout(timer);
      if (!isStaying && open.current !== undefined) timer = setTimeout(() => show(undefined), closeAfterMs);
    };
    element.addEventListener(
      'pointerout',
      (event) => {
        if (!isResting(event) && linkOf(event.relatedTarget) !== dismissed) dismissed = undefined;
        leave(event);
      },
      { signal },
    );
    // The card comes and goes; what is above it stays.
    document.addEventListener(
      'pointerover',
      ({ target }) => target instanceof Node && card.current?.contains(target) === true && clearTimeout(timer),
      { signal },
    );
    document.addEventListener(
      'pointerout',
      (event) => event.target instanceof Node && card.current?.contains(event.target) === true && leave(event),
      { signal },
    );
    element.addEventListener(
      'focusin',
      ({ target }) => {
        const link = linkOf(target);
        if (link?.matches(':focus-visible') === true) show({ link, box: boxAt(link) });
      },
      { signal },
    );
    element.addEventListener('focusout', () => show(undefined), { signal });
    // What was chosen stands beside the text.
    element.addEventListener('click', ({ target }) => dismiss(linkOf(target)), { signal });
    element.addEventListener(
      'scroll',
      () => {
        const link = open.current?.link;
        if (link === undefined) return;
        const [box, view] = [boxAt(link), element.getBoundingClientRect()];
        const isInView = link.isConnected && box.bottom > view.top && box.top < view.bottom;
        show(isInView ? { link, box } : undefined);
      },
      { signal, passive: true },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.isComposing || open.current === undefined) return;
        // The next one closes what stands beside the text.
        event.preventDefault();
        event.stopPropagation();
        dismiss(open.current.link);
      },
      { signal, capture: true },
    );
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [pane, card]);
  return place;
}

function linkOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element ? target.closest<HTMLElement>('a.hl') : undefined) ?? undefined;
}

/** The line of a word that a point is on; the first one where it is on none. */
function boxAt(link: HTMLElement, x = -1, y = -1): DOMRect {
  const lines = [...link.getClientRects()];
  const line = lines.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  return line ?? lines[0] ?? link.getBoundingClientRect();
}
