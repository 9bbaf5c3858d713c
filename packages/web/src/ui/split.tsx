import { type ReactNode, useId, useRef, useState } from 'react';
import './split.css';

const smallest = 20;
const largest = 75;

/** Two panes side by side, each with its own scroll; the divider moves by pointer and by arrow keys and stays put. */
export function Split({
  name,
  dividerLabel,
  first,
  second,
  initial = 40,
}: {
  /** Under which the width is kept in this browser. */
  readonly name: string;
  readonly dividerLabel: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** Share of the first pane, in percent. */
  readonly initial?: number;
}) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => kept(name) ?? initial);
  const move = (next: number) => {
    const bounded = Math.min(largest, Math.max(smallest, Math.round(next)));
    setShare(bounded);
    localStorage.setItem(keyOf(name), String(bounded));
  };
  return (
    <div ref={frame} className="split" style={{ '--share': `${share}%` } as React.CSSProperties}>
      <div className="split-pane" id={id}>
        {first}
      </div>
      {/* A separator that moves is a control (WAI-ARIA window splitter). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="split-divider"
        role="separator"
        aria-orientation="vertical"
        aria-label={dividerLabel}
        aria-controls={id}
        aria-valuenow={share}
        aria-valuemin={smallest}
        aria-valuemax={largest}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') move(share - 2);
          else if (event.key === 'ArrowRight') move(share + 2);
          else return;
          event.preventDefault();
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          event.preventDefault();
        }}
        onPointerMove={(event) => {
          const box = frame.current?.getBoundingClientRect();
          if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
          move(((event.clientX - box.left) / box.width) * 100);
        }}
      />
      <div className="split-pane">{second}</div>
    </div>
  );
}

const keyOf = (name: string) => `genglossary.split.${name}`;

function kept(name: string): number | undefined {
  const value = Number(localStorage.getItem(keyOf(name)));
  return value >= smallest && value <= largest ? value : undefined;
}
