import type { ConceptId, Range } from '@genglossary/core/domain';
import { memo, type ReactNode, useMemo } from 'react';
import type { EntryPlace, EntrySummary } from '../../data/shapes.ts';
import { placesIn, type TextBlock, textBlocks } from '../../documents/blocks.ts';
import type { NamesInText } from '../../documents/names-in-text.ts';
import { heightOfText, stretchesOf } from '../../documents/stretches.ts';
import { useNear } from '../../ui/use-near.ts';
import { useWhenNear } from '../../ui/use-when-near.ts';
import { PlaceLink } from './place-link.tsx';
import '../../ui/lazy-part.css';

/** Characters of a chapter, of which as many are watched as there are. */
const chapterCharacters = 100_000;
/** Of a part, which is marked as one: about a screen. */
const partCharacters = 2000;
/** What is seen before anybody scrolls. */
const firstParts = 2;

interface Drawn {
  /** Sorted, without overlaps. */
  readonly places: readonly EntryPlace[];
  readonly entryOf: ReadonlyMap<ConceptId, EntrySummary>;
  /** Names that people require and that are no entries yet. */
  readonly required: NamesInText | undefined;
  /** What the address points at: an entry's place, or a quotation. */
  readonly passage: Range | undefined;
  readonly onPlace: (place: EntryPlace) => void;
}

interface DocumentTextProps extends Drawn {
  readonly text: string;
}

/**
 * A document's own text, untouched, with its entries marked. All of it is in the page, where the browser finds it; only
 * what comes near the view is marked, and only what is in view is laid out.
 */
export const DocumentText = memo(function DocumentText({ text, passage, ...drawn }: DocumentTextProps) {
  const chapters = useMemo(() => stretchesOf(text, { start: 0, end: text.length }, chapterCharacters), [text]);
  return chapters.map((chapter, order) => (
    <Chapter
      key={chapter.start}
      text={text}
      stretch={chapter}
      isFirst={order === 0}
      passage={within(passage, chapter)}
      {...drawn}
    />
  ));
});

interface StretchProps extends DocumentTextProps {
  readonly stretch: Range;
  readonly isFirst: boolean;
}

/** Plain as long as it is far away. */
const Chapter = memo(function Chapter({ text, stretch, isFirst, passage, required, ...drawn }: StretchProps) {
  const { place, isNear, wasNear } = useNear<HTMLDivElement>(isFirst || passage !== undefined);
  const requiredNear = useWhenNear(required, isNear);
  const parts = useMemo(() => (wasNear ? stretchesOf(text, stretch, partCharacters) : []), [text, stretch, wasNear]);
  return (
    <div ref={place} className="lazy-part" style={room(text, stretch)}>
      {wasNear
        ? parts.map((part, order) => (
            <Part
              key={part.start}
              text={text}
              stretch={part}
              isFirst={isFirst && order < firstParts}
              passage={within(passage, part)}
              required={requiredNear}
              {...drawn}
            />
          ))
        : plain(text, stretch)}
    </div>
  );
});

const Part = memo(function Part({ text, stretch, isFirst, passage, places, required, ...drawn }: StretchProps) {
  const { place, isNear, wasNear } = useNear<HTMLDivElement>(isFirst || passage !== undefined);
  const requiredNear = useWhenNear(required, isNear);
  const blocks = useMemo(
    () => (wasNear ? textBlocks(text.slice(stretch.start, stretch.end), placesIn(places, stretch), stretch.start) : []),
    [text, stretch, places, wasNear],
  );
  return (
    <div ref={place} className="lazy-part" style={room(text, stretch)}>
      {wasNear
        ? blocks.map((block) => (
            <Block
              key={block.start}
              block={block}
              required={requiredNear?.within(block.text)}
              passage={within(passage, { start: block.start, end: block.start + block.text.length })}
              {...drawn}
            />
          ))
        : plain(text, stretch)}
    </div>
  );
});

function room(text: string, stretch: Range): React.CSSProperties {
  return { '--room': `${heightOfText(text, stretch)}px` } as React.CSSProperties;
}

function plain(text: string, { start, end }: Range): ReactNode {
  return <div className="document-block reading">{text.slice(start, end)}</div>;
}

function within(passage: Range | undefined, { start, end }: Range): Range | undefined {
  return passage !== undefined && passage.start < end && passage.end > start ? passage : undefined;
}

interface BlockProps extends Omit<Drawn, 'places'> {
  readonly block: TextBlock<EntryPlace>;
}

const Block = memo(function Block({ block: { start, text, places }, entryOf, required, passage, onPlace }: BlockProps) {
  const parts: ReactNode[] = [];
  let at = start;
  const textUntil = (end: number) => {
    if (end > at) parts.push(...marked(text.slice(at - start, end - start), { start: at, passage, required }));
    at = Math.max(at, end);
  };
  for (const place of places) {
    textUntil(place.range.start);
    parts.push(
      <PlaceLink
        key={place.range.start}
        place={place}
        entry={entryOf.get(place.entry)}
        words={text.slice(place.range.start - start, place.range.end - start)}
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
});

/** A stretch without entries, with the names in it that are required, and the part of it that is quoted. */
function marked(
  text: string,
  {
    start,
    passage,
    required,
  }: { readonly start: number; readonly passage: Range | undefined; readonly required: NamesInText | undefined },
): ReactNode[] {
  const from = Math.max(0, (passage?.start ?? 0) - start);
  const to = Math.min(text.length, (passage?.end ?? 0) - start);
  if (passage === undefined || from >= to) return requiredIn(text, start, required);
  return [
    ...requiredIn(text.slice(0, from), start, required),
    <mark key={`${start}q`} className="hl hl-quote" data-current>
      {text.slice(from, to)}
    </mark>,
    ...requiredIn(text.slice(to), start + to, required),
  ];
}

function requiredIn(text: string, offset: number, required: NamesInText | undefined): ReactNode[] {
  const nodes: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of required?.in(text) ?? []) {
    nodes.push(
      text.slice(at, start),
      <mark key={`${offset + start}r`} className="hl hl-required">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...nodes, text.slice(at)];
}
