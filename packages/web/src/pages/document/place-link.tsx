import type { Range } from '@genglossary/core/domain';
import type { ReactNode } from 'react';
import type { EntryPlace, EntrySummary } from '../../data/shapes.ts';
import '../../ui/highlighted-text.css';

/** A word of a document that is an entry: a link to itself, so that it is reached by keys and opened in another tab. */
export function PlaceLink({
  place,
  entry,
  passage,
  onPlace,
  children,
}: {
  readonly place: EntryPlace;
  readonly entry: EntrySummary | undefined;
  readonly passage: Range | undefined;
  readonly onPlace: (place: EntryPlace) => void;
  readonly children: ReactNode;
}) {
  const { start, end } = place.range;
  const isCurrent = passage?.start === start && passage.end === end;
  const isQuoted = passage !== undefined && start >= passage.start && end <= passage.end;
  const state = entry?.state === 'defined' ? 'hl-defined' : 'hl-candidate';
  return (
    <a
      href={`?at=${start}&to=${end}`}
      className={`hl ${state} ${isCurrent ? 'hl-selected' : ''} ${isQuoted ? 'hl-quote' : ''}`}
      data-current={isCurrent || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onPlace(place);
      }}
    >
      {children}
    </a>
  );
}
