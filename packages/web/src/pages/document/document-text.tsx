import type { ConceptId, Range } from '@genglossary/core/domain';
import { memo, type ReactNode, useMemo } from 'react';
import type { EntryPlace, EntrySummary } from '../../data/shapes.ts';
import { type TextBlock, textBlocks } from '../../documents/blocks.ts';
import { heightOf, partsOf } from '../../documents/parts.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { PlaceLink } from './place-link.tsx';

interface DocumentTextProps {
  readonly text: string;
  readonly places: readonly EntryPlace[];
  readonly entryOf: ReadonlyMap<ConceptId, EntrySummary>;
  /** What the address points at: an entry's place, or a quotation. */
  readonly passage: Range | undefined;
  readonly onPlace: (place: EntryPlace) => void;
}

/** A document's own text, untouched, with its entries marked. Only blocks in view are laid out by the browser. */
export function DocumentText({ text, places, entryOf, passage, onPlace }: DocumentTextProps) {
  const parts = useMemo(() => partsOf(textBlocks(text, places), (block) => block.text.length), [text, places]);
  const isIn = ({ start, text: { length } }: TextBlock<EntryPlace>) =>
    passage !== undefined && passage.start < start + length && passage.end > start;
  return parts.map((part, order) => (
    <LazyPart key={part.items[0]?.start} isFirst={order === 0} height={heightOf(part)} isNeeded={part.items.some(isIn)}>
      {() =>
        part.items.map((block) => (
          <Block
            key={block.start}
            block={block}
            entryOf={entryOf}
            passage={isIn(block) ? passage : undefined}
            onPlace={onPlace}
          />
        ))
      }
    </LazyPart>
  ));
}

interface BlockProps extends Pick<DocumentTextProps, 'entryOf' | 'passage' | 'onPlace'> {
  readonly block: TextBlock<EntryPlace>;
}

const Block = memo(
  function Block({ block: { start, text, places }, entryOf, passage, onPlace }: BlockProps) {
    const parts: ReactNode[] = [];
    let at = start;
    const textUntil = (end: number) => {
      if (end > at) parts.push(...quoted(text.slice(at - start, end - start), at, passage));
      at = Math.max(at, end);
    };
    for (const place of places) {
      textUntil(place.range.start);
      parts.push(
        <PlaceLink
          key={place.range.start}
          place={place}
          entry={entryOf.get(place.entry)}
          passage={passage}
          onPlace={onPlace}
        >
          {text.slice(place.range.start - start, place.range.end - start)}
        </PlaceLink>,
      );
      at = place.range.end;
    }
    textUntil(start + text.length);
    return <div className="document-block reading">{parts}</div>;
  },
  (before, after) =>
    before.block === after.block && before.entryOf === after.entryOf && before.passage === after.passage,
);

/** A stretch without entries, with the part of it that is quoted. */
function quoted(text: string, start: number, passage: Range | undefined): ReactNode[] {
  const from = Math.max(0, (passage?.start ?? 0) - start);
  const to = Math.min(text.length, (passage?.end ?? 0) - start);
  if (passage === undefined || from >= to) return [text];
  return [
    text.slice(0, from),
    <mark key={`${start}q`} className="hl hl-quote" data-current>
      {text.slice(from, to)}
    </mark>,
    text.slice(to),
  ];
}
