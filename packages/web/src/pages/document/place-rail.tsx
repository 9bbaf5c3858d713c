import type { KeyboardEvent, PointerEvent } from 'react';
import type { EntryPlace } from '../../data/shapes.ts';
import { useWords } from '../../words/words.tsx';
import { marksOf, nearestTo } from './rail-marks.ts';
import './place-rail.css';

/** Places that a page key goes on by. */
const pageOfPlaces = 10;

/** Where in the whole document the chosen entry stands, as one slider from place to place. */
export function PlaceRail({
  term,
  places,
  current,
  length,
  onPlace,
}: {
  readonly term: string;
  /** Of one entry, in the order of the text; at least two. */
  readonly places: readonly EntryPlace[];
  readonly current: EntryPlace;
  /** Of the text (UTF-16 code units). */
  readonly length: number;
  readonly onPlace: (place: EntryPlace) => void;
}) {
  const words = useWords();
  const at = places.indexOf(current);
  const shareOf = ({ range }: EntryPlace) => range.start / length;
  const go = (index: number) => {
    const place = places[Math.max(0, Math.min(places.length - 1, index))];
    if (place !== undefined && place !== current) onPlace(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = steps[event.key]?.(at, places.length);
    if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(index);
  };
  const follow = ({ currentTarget, clientY }: PointerEvent) => {
    const { top, height } = currentTarget.getBoundingClientRect();
    go(nearestTo((clientY - top) / height, places.map(shareOf)));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="place-rail"
      aria-orientation="vertical"
      aria-label={words.document.placesOf(term)}
      aria-valuemin={1}
      aria-valuemax={places.length}
      aria-valuenow={at + 1}
      aria-valuetext={words.document.hit(at + 1, places.length)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
    >
      {marksOf(places.map(shareOf)).map((share) => (
        <span key={share} className="place-rail-mark" style={{ insetBlockStart: `${share * 100}%` }} />
      ))}
      <span className="place-rail-mark place-rail-current" style={{ insetBlockStart: `${shareOf(current) * 100}%` }} />
    </div>
  );
}

/** Where a key goes to: down the rail is on in the text. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  PageDown: (at) => at + pageOfPlaces,
  PageUp: (at) => at - pageOfPlaces,
  Home: () => 0,
  End: (_at, count) => count - 1,
};
