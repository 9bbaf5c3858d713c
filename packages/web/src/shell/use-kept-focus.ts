import { type RefObject, useEffect } from 'react';

/**
 * Where the control that has the focus goes away (a saved editor, a page that was left), what stood around it takes the
 * focus, so that the next key goes on from there and not from the top of the window.
 */
export function useKeptFocus(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const page = content.current;
    if (page === null) return undefined;
    const gone = new AbortController();
    /** What had the focus last, then what stands around it, from the inside out. */
    let held: readonly HTMLElement[] = [];
    addEventListener('focusin', ({ target }) => (held = aroundOf(target, page)), { signal: gone.signal });
    const changes = new MutationObserver(() => {
      if (document.activeElement !== document.body || held[0]?.isConnected !== false) return;
      held.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
    });
    changes.observe(page, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      gone.abort();
    };
  }, [content]);
}

/** An element and those around it; what cannot take the focus by Tab is made able to take it from a script. */
function aroundOf(target: EventTarget | null, page: HTMLElement): readonly HTMLElement[] {
  if (!(target instanceof HTMLElement) || !page.contains(target)) return [];
  const around: HTMLElement[] = [target];
  for (let next = target.parentElement; next !== null && page.contains(next); next = next.parentElement) {
    if (!next.hasAttribute('tabindex') && next.matches('section, article, form, [role=tabpanel]')) next.tabIndex = -1;
    if (next.hasAttribute('tabindex')) around.push(next);
  }
  return around;
}
