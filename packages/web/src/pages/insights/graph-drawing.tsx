import type { RelationGraph } from '@genglossary/client';
import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import { type layOutGraph, otherEnd, type PlacedNode, walk } from './graph-layout.ts';

type Edge = RelationGraph['edges'][number];
type Words = ReturnType<typeof useWords>;

/** Of one drawing, in CSS pixels. */
const size = { width: 208, between: 120, row: 56, height: 44 } as const;

/** Columns of entries with lines between them; one entry is in hand, and arrows walk from it. */
export function GraphDrawing({
  project,
  layout,
  middle,
  put,
}: {
  readonly project: ProjectId;
  readonly layout: ReturnType<typeof layOutGraph>;
  readonly middle: ConceptId;
  readonly put: (id: ConceptId) => void;
}) {
  const words = useWords();
  const { nodes, edges, columns, rows } = layout;
  const [inHand, setInHand] = useState(middle);
  const place = useRef<HTMLDivElement>(null);
  const at = new Map(nodes.map((node) => [node.id, node]));
  const current = at.get(inHand) ?? nodes[0];
  const go = (event: React.KeyboardEvent) => {
    const next = current === undefined ? undefined : walk(layout, current.id, event.key);
    if (event.key.startsWith('Arrow')) event.preventDefault();
    if (next !== undefined) place.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next)}"]`)?.focus();
    if (event.key === ' ' && current !== undefined) {
      event.preventDefault();
      put(current.id);
    }
  };
  return (
    <>
      <p className="muted">{words.insights.graphKeys}</p>
      <div className="graph-room">
        {/* The links in it have the focus; the keys that walk between them are heard here. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={place}
          className="graph-place"
          onKeyDown={go}
          style={{ width: columns * (size.width + size.between) - size.between, height: rows * size.row }}
        >
          <svg className="graph-lines" aria-hidden="true">
            {edges.map((edge) => {
              const [one, other] = [at.get(edge.from), at.get(edge.to)];
              if (one === undefined || other === undefined) return null;
              const isInHand = current !== undefined && otherEnd(edge, current.id) !== undefined;
              return (
                <path
                  key={`${edge.from}${edge.kind}${edge.to}`}
                  d={lineOf(one, other)}
                  className={[edge.state, isInHand && 'in-hand'].filter(Boolean).join(' ')}
                />
              );
            })}
          </svg>
          {nodes.map((node) => (
            <Link
              key={node.id}
              to="/p/$projectId/entries"
              params={{ projectId: project }}
              search={{ entry: node.id }}
              data-node={node.id}
              tabIndex={node.id === current?.id ? 0 : -1}
              aria-current={node.id === current?.id}
              className={`graph-node graph-${node.state}`}
              style={{ left: leftOf(node), top: topOf(node), width: size.width, height: size.height }}
              title={node.term}
              onFocus={() => setInHand(node.id)}
            >
              <span className="graph-term">{node.term}</span>
              {node.by !== undefined && <span className="graph-by">{byOf(node, node.by, words)}</span>}
            </Link>
          ))}
        </div>
      </div>
      {current !== undefined && (
        <div className="spread graph-in-hand">
          <p role="status">{tellOf(current, edges, at, words)}</p>
          {current.id !== middle && (
            <Button size="small" onClick={() => put(current.id)}>
              {words.insights.putInMiddle(current.term)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** How an entry is related to the one it was reached from, seen from there. */
function byOf({ id }: PlacedNode, by: Edge, words: Words): string {
  const kind = by.to === id ? words.entries.relations[by.kind] : words.insights.reversed[by.kind];
  return by.state === 'proposed' ? words.insights.proposedAs(kind) : kind;
}

/** Everything that the picture says of one entry. */
function tellOf(
  { id, term }: PlacedNode,
  edges: readonly Edge[],
  at: ReadonlyMap<ConceptId, PlacedNode>,
  words: Words,
): string {
  const told = edges.flatMap((edge) => {
    const other = otherEnd(edge, id);
    if (other === undefined) return [];
    const kind = edge.from === id ? words.entries.relations[edge.kind] : words.insights.reversed[edge.kind];
    const named = `${kind} ${at.get(other)?.term ?? ''}`;
    return [edge.state === 'proposed' ? words.insights.proposedAs(named) : named];
  });
  return `${term}: ${words.list(told)}`;
}

function leftOf({ column }: PlacedNode): number {
  return column * (size.width + size.between);
}

function topOf({ row }: PlacedNode): number {
  return row * size.row + (size.row - size.height) / 2;
}

/** Between the sides that face each other; within a column, around the right side. */
function lineOf(one: PlacedNode, other: PlacedNode): string {
  const [left, right] = one.column <= other.column ? [one, other] : [other, one];
  const [x, y] = [leftOf(left) + size.width, topOf(left) + size.height / 2];
  const [toX, toY] = [leftOf(right), topOf(right) + size.height / 2];
  if (left.column === right.column) return `M${x} ${y} C${x + 48} ${y} ${x + 48} ${toY} ${x} ${toY}`;
  const bend = (x + toX) / 2;
  return `M${x} ${y} C${bend} ${y} ${bend} ${toY} ${toX} ${toY}`;
}
