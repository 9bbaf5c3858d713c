import { type ReactNode, useEffect, useState } from 'react';
import { useNear } from './use-near.ts';
import './lazy-part.css';

/** Between the drawing of two parts that nobody waits for (milliseconds): whoever does something meanwhile goes first. */
const pauseMs = 60;

/** Parts that nobody waits for, drawn one after another. */
const queue: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function drawLater(draw: () => void): () => void {
  queue.push(draw);
  timer ??= setTimeout(drawNext, pauseMs);
  return () => {
    const at = queue.indexOf(draw);
    if (at >= 0) queue.splice(at, 1);
  };
}

function drawNext(): void {
  queue.shift()?.();
  timer = queue.length === 0 ? undefined : setTimeout(drawNext, pauseMs);
}

/**
 * A part of a long page. It is drawn when it comes near the view, or, one after another, when there is nothing better to
 * do, so that the browser's own search finds everything. Until then it keeps the room that it will about need.
 */
export function LazyPart({
  isFirst,
  height,
  isNeeded,
  children,
}: {
  /** Drawn at once. */
  readonly isFirst: boolean;
  /** In CSS pixels, about. */
  readonly height: number;
  /** Drawn whether or not it is in view. */
  readonly isNeeded: boolean;
  /** Told whether it is near the view: what nobody sees need not follow everything. */
  readonly children: (isNear: boolean) => ReactNode;
}) {
  const [wasCalled, setWasCalled] = useState(false);
  const { place, isNear, wasNear } = useNear<HTMLDivElement>(isFirst || isNeeded);
  const isDrawn = wasNear || wasCalled;
  useEffect(() => (isDrawn ? undefined : drawLater(() => setWasCalled(true))), [isDrawn]);
  return (
    <div
      ref={place}
      className="lazy-part"
      style={{ '--room': `${height}px` } as React.CSSProperties}
      data-drawn={isDrawn}
    >
      {isDrawn && children(isNear)}
    </div>
  );
}
