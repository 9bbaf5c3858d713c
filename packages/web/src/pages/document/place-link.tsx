import type { Range } from '@genglossary/core/domain';
import type { ReactNode } from 'react';
import type { EntryPlace, EntrySummary } from '../../data/shapes.ts';
import { stateOf } from '../../documents/highlight-state.ts';
import '../../ui/highlighted-text.css';

/** A word of a document that is an entry: a link to itself, so that it is reached by keys and opened in another tab. */
export function PlaceLink({
  place,
  entry,
  words,
  passage,
  onPlace,
  children,
}: {
  readonly place: EntryPlace;
  readonly entry: EntrySummary | undefined;
  /** As they stand in the document. */
  readonly words: string;
  readonly passage: Range | undefined;
  readonly onPlace: (place: EntryPlace) => void;
  readonly children: ReactNode;
}) {
  const { start, end } = place.range;
  const isCurrent = passage?.start === start && passage.end === end;
  const isQuoted = passage !== undefined && start >= passage.start && end <= passage.end;
  return (
    <a
      href={`?at=${start}&to=${end}`}
      className={`hl hl-${stateOf(entry, words)} ${isCurrent ? 'hl-selected' : ''} ${isQuoted ? 'hl-quote' : ''}`}
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
