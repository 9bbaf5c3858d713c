import type { Block, ConceptId, Mark, Prose, Range } from '@genglossary/core/domain';
import { type CSSProperties, type JSX, memo, type ReactNode, useMemo } from 'react';
import type { EntryPlace, EntrySummary } from '../../data/shapes.ts';
import { ProseRanges } from '../../documents/prose-range.ts';
import { placesIn } from '../../documents/blocks.ts';
import type { NamesInText } from '../../documents/names-in-text.ts';
import { heightOf, type Part, partsOf } from '../../documents/parts.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { useWhenNear } from '../../ui/use-when-near.ts';
import { repeatedTitle } from '../../documents/repeated-title.ts';
import { PlaceLink } from './place-link.tsx';
import './document-prose.css';

interface DocumentProseProps {
  readonly prose: Prose;
  readonly places: readonly EntryPlace[];
  readonly entryOf: ReadonlyMap<ConceptId, EntrySummary>;
  /** Names that people require and that are no entries yet. */
  readonly required: NamesInText | undefined;
  readonly passage: Range | undefined;
  readonly onPlace: (place: EntryPlace) => void;
}

/** A place of an entry, and where it is in the prose. */
interface ProsePlace {
  readonly place: EntryPlace;
  readonly range: Range;
}

/** A document as people read it: headings, lists, tables, readings above their characters; its entries are marked. */
export const DocumentProse = memo(function DocumentProse({ prose, places, passage, ...drawn }: DocumentProseProps) {
  const ranges = useMemo(() => new ProseRanges(prose.alignment), [prose]);
  const inProse = useMemo(
    () =>
      places.flatMap((place): ProsePlace[] => {
        const range = ranges.of(place.range);
        return range === undefined ? [] : [{ place, range }];
      }),
    [places, ranges],
  );
  const quoted = useMemo(() => (passage === undefined ? undefined : ranges.of(passage)), [passage, ranges]);
  const repeated = useMemo(() => repeatedTitle(prose), [prose]);
  // A passage that is quoted from the title is shown there.
  const isTitleLeftOut = repeated !== undefined && !isTouched(repeated, quoted);
  const parts = useMemo(() => {
    const blocks = isTitleLeftOut ? prose.blocks.slice(1) : prose.blocks;
    return partsOf(groupsOf(blocks), (group) => (group.at(-1)?.end ?? 0) - (group[0]?.start ?? 0));
  }, [prose, isTitleLeftOut]);
  return parts.map((part, order) => {
    const isIn = part.items.some((group) => group.some((block) => isTouched(block, quoted)));
    return (
      <ProsePart
        key={part.items[0]?.[0]?.start}
        part={part}
        isFirst={order === 0}
        prose={prose}
        places={inProse}
        quoted={isIn ? quoted : undefined}
        passage={isIn ? passage : undefined}
        {...drawn}
      />
    );
  });
});

interface ProsePartProps extends Omit<DocumentProseProps, 'places'> {
  readonly part: Part<readonly Block[]>;
  readonly isFirst: boolean;
  readonly places: readonly ProsePlace[];
  /** The passage, in the prose. */
  readonly quoted: Range | undefined;
}

/** Drawn anew where something in it changes, and nowhere else. */
const ProsePart = memo(function ProsePart({ part, isFirst, ...drawn }: ProsePartProps) {
  return (
    <LazyPart isFirst={isFirst} height={heightOf(part)} isNeeded={drawn.quoted !== undefined}>
      {(isNear) => <NearGroups groups={part.items} isNear={isNear} {...drawn} />}
    </LazyPart>
  );
});

interface ProseGroupsProps extends Omit<ProsePartProps, 'part' | 'isFirst'> {
  readonly groups: readonly (readonly Block[])[];
}

/** Out of view they are not searched for each name that is required. */
function NearGroups({ isNear, required, ...drawn }: ProseGroupsProps & { readonly isNear: boolean }) {
  return <ProseGroups required={useWhenNear(required, isNear)} {...drawn} />;
}

const ProseGroups = memo(function ProseGroups({
  groups,
  prose: { text, marks },
  places,
  quoted,
  passage,
  ...drawn
}: ProseGroupsProps) {
  const all = { start: groups[0]?.[0]?.start ?? 0, end: groups.at(-1)?.at(-1)?.end ?? 0 };
  const [marksHere, placesHere] = [within(marks, all), placesIn(places, all)];
  const draw = (block: Block) => (
    <Inline
      text={text}
      block={block}
      marks={within(marksHere, block)}
      places={placesIn(placesHere, block)}
      quoted={isTouched(block, quoted) ? quoted : undefined}
      passage={isTouched(block, quoted) ? passage : undefined}
      {...drawn}
    />
  );
  return groups.map((group) => {
    const [first] = group;
    if (first === undefined) return null;
    return first.kind === 'table-header' || first.kind === 'table-cell' ? (
      <div key={first.start} className="prose-table-frame">
        <table className="prose-table">
          <tbody>
            {rowsOf(group).map((row, index) => (
              <tr key={index}>
                {row.map((cell) =>
                  cell.kind === 'table-header' ? (
                    <th key={cell.start} scope="col">
                      {draw(cell)}
                    </th>
                  ) : (
                    <td key={cell.start}>{draw(cell)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ) : (
      <BlockFrame key={first.start} block={first}>
        {draw(first)}
      </BlockFrame>
    );
  });
});

function isTouched(block: Block, quoted: Range | undefined): boolean {
  return quoted !== undefined && quoted.start < block.end && quoted.end > block.start;
}

function BlockFrame({ block: { kind, level }, children }: { readonly block: Block; readonly children: ReactNode }) {
  if (kind === 'title' || kind === 'heading') {
    // The page's own heading is the first level.
    const Heading: keyof JSX.IntrinsicElements = level <= 1 ? 'h2' : level === 2 ? 'h3' : 'h4';
    return <Heading className={`prose prose-heading prose-${Heading}`}>{children}</Heading>;
  }
  const depth = kind === 'list-item' ? Math.min(6, Math.max(1, level)) : 0;
  return (
    <div
      className={`prose prose-${kind} reading`}
      style={depth > 0 ? ({ '--depth': depth } as CSSProperties) : undefined}
    >
      {children}
    </div>
  );
}

interface InlineProps extends Pick<DocumentProseProps, 'entryOf' | 'required' | 'passage' | 'onPlace'> {
  readonly text: string;
  readonly block: Block;
  readonly marks: readonly Mark[];
  readonly places: readonly ProsePlace[];
  readonly quoted: Range | undefined;
}

const Inline = memo(
  function Inline({ text, block, marks, places, entryOf, required, quoted, passage, onPlace }: InlineProps) {
    const parts: ReactNode[] = [];
    let at = block.start;
    const plainUntil = (end: number) => {
      const from = at;
      for (const name of end > from ? (required?.in(text.slice(from, end)) ?? []) : []) {
        const range = { start: from + name.start, end: from + name.end };
        if (range.start > at) parts.push(...styled(text, { start: at, end: range.start }, { marks, quoted }));
        parts.push(
          <mark key={`r${range.start}`} className="hl hl-required">
            {styled(text, range, { marks, quoted })}
          </mark>,
        );
        at = range.end;
      }
      if (end > at) parts.push(...styled(text, { start: at, end }, { marks, quoted }));
      at = Math.max(at, end);
    };
    for (const { place, range } of places) {
      if (range.start < at) continue;
      plainUntil(range.start);
      parts.push(
        <PlaceLink
          key={`p${range.start}`}
          place={place}
          entry={entryOf.get(place.entry)}
          words={text.slice(range.start, range.end)}
          passage={passage}
          onPlace={onPlace}
        >
          {styled(text, range, { marks, quoted: undefined })}
        </PlaceLink>,
      );
      at = range.end;
    }
    plainUntil(block.end);
    return parts;
  },
  (before, after) =>
    before.block === after.block &&
    before.entryOf === after.entryOf &&
    before.required === after.required &&
    before.quoted === after.quoted &&
    before.passage === after.passage &&
    before.places.length === after.places.length,
);

/** A stretch of prose in its marks: strong, emphasis, code, readings; and the part that is quoted. */
function styled(
  text: string,
  { start, end }: Range,
  { marks, quoted }: { readonly marks: readonly Mark[]; readonly quoted: Range | undefined },
): ReactNode[] {
  const cuts = new Set([start, end]);
  const touching = marks.filter((mark) => mark.start < end && mark.end > start);
  for (const one of [...touching, ...(quoted === undefined ? [] : [quoted])]) {
    for (const cut of [one.start, one.end]) if (cut > start && cut < end) cuts.add(cut);
  }
  const ordered = [...cuts].toSorted((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? end;
    const around = touching.filter((mark) => mark.start <= from && mark.end >= to);
    let node: ReactNode = text.slice(from, to);
    for (const mark of around)
      node = <Marked key={mark.kind} mark={mark} isWhole={mark.start === from && mark.end === to} node={node} />;
    const isQuoted = quoted !== undefined && quoted.start <= from && quoted.end >= to;
    return isQuoted ? (
      <mark key={from} className="hl hl-quote" data-current>
        {node}
      </mark>
    ) : (
      <span key={from}>{node}</span>
    );
  });
}

function Marked({
  mark: { kind, value },
  isWhole,
  node,
}: {
  readonly mark: Mark;
  readonly isWhole: boolean;
  readonly node: ReactNode;
}) {
  switch (kind) {
    case 'strong':
      return <strong>{node}</strong>;
    case 'emphasis':
      return <em>{node}</em>;
    case 'code':
      return <code>{node}</code>;
    case 'term':
    case 'definiendum':
      return <dfn>{node}</dfn>;
    case 'ruby':
      return isWhole && value !== '' ? (
        <ruby>
          {node}
          <rt>{value}</rt>
        </ruby>
      ) : (
        node
      );
    case 'abbreviation':
      return <abbr title={value}>{node}</abbr>;
    case 'link':
      // What documents link to is not opened from here: nothing leaves this page.
      return node;
    default:
      kind satisfies never;
      return node;
  }
}

function within<One extends { readonly start: number; readonly end: number }>(
  all: readonly One[],
  range: Range,
): One[] {
  return all.filter(({ start, end }) => start >= range.start && end <= range.end);
}

/** Blocks one by one, but for the cells of a table, which belong together. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const continues = last !== undefined && block.row >= 0 && last.row >= 0 && block.row >= last.row;
    if (continues) group?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function rowsOf(cells: readonly Block[]): Block[][] {
  return [...Map.groupBy(cells, ({ row }) => row).values()];
}
