import { type RefObject, useEffect, useRef, useState } from 'react';

/** So far from the view something is drawn before it comes into it. */
const margin = '800px 0px';

/** One watches all: a long page has hundreds of parts. */
let observer: IntersectionObserver | undefined;
const waiting = new WeakMap<Element, () => void>();

function watch(element: Element, onNear: () => void): () => void {
  const settings: IntersectionObserverInit & { readonly scrollMargin: string } = {
    rootMargin: margin,
    // Of the panes that scroll.
    scrollMargin: margin,
  };
  observer ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
  }, settings);
  waiting.set(element, onNear);
  observer.observe(element);
  return () => {
    waiting.delete(element);
    observer?.unobserve(element);
  };
}

/** Whether an element came near the view once, or was needed. */
export function useNear<Element_ extends Element>(isNeeded: boolean): readonly [RefObject<Element_ | null>, boolean] {
  const place = useRef<Element_>(null);
  const [isNear, setIsNear] = useState(isNeeded);
  if (isNeeded && !isNear) setIsNear(true);
  useEffect(() => {
    if (isNear || place.current === null) return undefined;
    return watch(place.current, () => setIsNear(true));
  }, [isNear]);
  return [place, isNear];
}
