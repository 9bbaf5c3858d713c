import { type RefObject, useEffect, useRef, useState } from 'react';

/** So far from the view something is drawn before it comes into it. */
const margin = '800px 0px';

/** One watches all: a long page has hundreds of parts. */
let observer: IntersectionObserver | undefined;
const watched = new WeakMap<Element, (isNear: boolean) => void>();

function watch(element: Element, onChange: (isNear: boolean) => void): () => void {
  const settings: IntersectionObserverInit & { readonly scrollMargin: string } = {
    rootMargin: margin,
    // Of the panes that scroll.
    scrollMargin: margin,
  };
  observer ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) watched.get(target)?.(isIntersecting);
  }, settings);
  watched.set(element, onChange);
  observer.observe(element);
  return () => {
    watched.delete(element);
    observer?.unobserve(element);
  };
}

interface Nearness<Element_ extends Element> {
  readonly place: RefObject<Element_ | null>;
  /** Whether it is near the view, or needed. */
  readonly isNear: boolean;
  /** Whether it was so once: what was drawn is not taken away again. */
  readonly wasNear: boolean;
}

/** Whether an element is near the view, and was before. */
export function useNear<Element_ extends Element>(isNeeded: boolean): Nearness<Element_> {
  const place = useRef<Element_>(null);
  const [isInView, setIsInView] = useState(false);
  const [wasNear, setWasNear] = useState(isNeeded);
  const isNear = isNeeded || isInView;
  if (isNear && !wasNear) setWasNear(true);
  useEffect(() => (place.current === null ? undefined : watch(place.current, setIsInView)), []);
  return { place, isNear, wasNear: wasNear || isNear };
}
