import type { RelationGraph } from '@genglossary/client';
import type { ConceptId } from '@genglossary/core/domain';

type Node = RelationGraph['nodes'][number];
type Edge = RelationGraph['edges'][number];

/** An entry in its place: a column for each step from the middle, rows from above. */
export interface PlacedNode extends Node {
  readonly column: number;
  /** Of its column, counted from the top of the whole drawing; halves where a shorter column stands in the middle. */
  readonly row: number;
  /** How it was reached; nothing for the one in the middle. */
  readonly by?: Edge;
}

export interface GraphLayout {
  /** By column, then row: the one in the middle first. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly Edge[];
  readonly columns: number;
  readonly rows: number;
}

/**
 * Entries in columns by how many steps they are from the middle. What was reached from the same entry stands together and
 * in the order of what it was reached from, so that those lines never cross; the same graph always gives the same picture.
 */
export function layOutGraph({ nodes, edges }: Pick<RelationGraph, 'nodes' | 'edges'>, middle: ConceptId): GraphLayout {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const center = known.get(middle);
  const columns: { readonly node: Node; readonly by?: Edge }[][] = center === undefined ? [] : [[{ node: center }]];
  const placed = new Set<ConceptId>([middle]);
  for (let column = columns[0]; column !== undefined; column = columns.at(-1)) {
    const next = column.flatMap(({ node: { id } }) =>
      edges.flatMap((edge) => {
        const other = otherEnd(edge, id);
        const node = other === undefined || placed.has(other) ? undefined : known.get(other);
        if (node === undefined) return [];
        placed.add(node.id);
        return [{ node, by: edge }];
      }),
    );
    if (next.length === 0) break;
    columns.push(next);
  }
  const rows = Math.max(0, ...columns.map(({ length }) => length));
  return {
    nodes: columns.flatMap((members, column) =>
      members.map(({ node, by }, at) => ({
        ...node,
        column,
        row: (rows - members.length) / 2 + at,
        ...(by === undefined ? {} : { by }),
      })),
    ),
    edges: edges.filter(({ from, to }) => placed.has(from) && placed.has(to)),
    columns: columns.length,
    rows,
  };
}

/** The entry at the other end of a relation that an entry is part of. */
export function otherEnd({ from, to }: Pick<Edge, 'from' | 'to'>, id: ConceptId): ConceptId | undefined {
  return from === id ? to : to === id ? from : undefined;
}

const mutual: ReadonlySet<Edge['kind']> = new Set(['synonym', 'see-also']);

/** Each relation once, however it was said: what is broader than one is said of the other as narrower. */
export function distinctEdges(edges: readonly Edge[]): readonly Edge[] {
  const found = new Map<string, Edge>();
  for (const edge of edges) {
    const { from, to, kind } = edge;
    const isTurned = kind === 'narrower' || (mutual.has(kind) && to < from);
    const [one, other] = isTurned ? [to, from] : [from, to];
    const key = [one, kind === 'narrower' ? 'broader' : kind, other].join(' ');
    // What a person accepted stands for what was only proposed.
    if (!found.has(key) || (edge.state === 'accepted' && found.get(key)?.state === 'proposed')) found.set(key, edge);
  }
  return [...found.values()];
}

const steps = { ArrowLeft: -1, ArrowRight: 1 } as const;

/** Where an arrow key leads: to the side along a relation, up and down within the column. */
export function walk({ nodes, edges }: GraphLayout, from: ConceptId, key: string): ConceptId | undefined {
  const here = nodes.find(({ id }) => id === from);
  if (here === undefined) return undefined;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const column = nodes.filter((node) => node.column === here.column);
    return column[column.indexOf(here) + (key === 'ArrowUp' ? -1 : 1)]?.id;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const column = here.column + steps[key];
  const back = here.by === undefined ? undefined : otherEnd(here.by, from);
  // Back the way that it was reached; forth to what was reached from it, before what is only related to it.
  const beside = nodes.filter(
    (node) => node.column === column && edges.some((edge) => otherEnd(edge, from) === node.id),
  );
  const own = beside.find(({ id, by }) => id === back || (by !== undefined && otherEnd(by, from) === id));
  return (own ?? beside[0])?.id;
}
