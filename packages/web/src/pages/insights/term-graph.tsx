import type { RelationGraph } from '@genglossary/client';
import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { useAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useGraph, useRelated } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { FilterChoice } from '../../ui/list-pane.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useWords } from '../../words/words.tsx';
import { distinctEdges, layOutGraph, otherEnd, type PlacedNode, walk } from './graph-layout.ts';
import { graphHops, insightsSearch, type InsightsSearch, graphViews } from './insights-search.ts';
import { csvOf } from './measures.ts';
import './term-graph.css';

type Edge = RelationGraph['edges'][number];

/** Of one drawing, in CSS pixels. */
const size = { width: 208, between: 120, row: 56, height: 44 } as const;

/** What is related to one entry, and to what that is related: drawn, or as a list of the same. */
export function TermGraph({ project, search }: { readonly project: ProjectId; readonly search: InsightsSearch }) {
  const related = useRelated(project);
  return (
    <Loaded answer={related}>
      {({ nodes }) => {
        const middle = search.around ?? nodes[0]?.id;
        // Where nothing is related there is nothing to draw.
        return middle === undefined ? null : <Around {...{ project, search, middle, nodes }} />;
      }}
    </Loaded>
  );
}

function Around({
  project,
  search,
  middle,
  nodes,
}: {
  readonly project: ProjectId;
  readonly search: InsightsSearch;
  readonly middle: ConceptId;
  /** Whatever is related to anything. */
  readonly nodes: RelationGraph['nodes'];
}) {
  const words = useWords();
  const id = useId();
  const change = useAddress(insightsSearch);
  const hops = search.hops ?? '2';
  const view = search.view ?? (matchMedia('(max-width: 767px)').matches ? 'list' : 'map');
  const graph = useGraph(project, middle, Number(hops));
  const put = (around: ConceptId) => change({ around });
  return (
    <section aria-labelledby={id} className="graph">
      <Loaded answer={graph}>
        {(answer) => {
          const found = { ...answer, edges: distinctEdges(answer.edges) };
          const layout = layOutGraph(found, middle);
          const center = layout.nodes[0];
          const direct = layout.nodes.filter(({ column }) => column === 1).length;
          const told = relationsOf(found, words);
          return (
            <>
              <div className="spread">
                <h2 id={id}>{words.insights.graphFinding(center?.term ?? '', direct)}</h2>
                <Button
                  size="small"
                  aria-label={words.insights.saveTable(words.insights.graph)}
                  onClick={() =>
                    saveFile(`${words.insights.graph}.csv`, {
                      mediaType: 'text/csv',
                      content: csvOf(
                        words.insights.graphColumns,
                        told.map(({ cells }) => cells),
                      ),
                    })
                  }
                >
                  {words.insights.csv}
                </Button>
              </div>
              <div className="row graph-choices">
                <SelectField
                  label={words.insights.middle}
                  value={middle}
                  onChange={(event) => put(event.target.value as ConceptId)}
                >
                  {[...(center === undefined || nodes.some((one) => one.id === middle) ? [] : [center]), ...nodes].map(
                    (one) => (
                      <option key={one.id} value={one.id}>
                        {one.term}
                      </option>
                    ),
                  )}
                </SelectField>
                <FilterChoice
                  label={words.insights.hops}
                  value={hops}
                  values={graphHops}
                  nameOf={(one) => words.insights.hopsOf[one]}
                  onChoose={(next) => change({ hops: next })}
                />
                <FilterChoice
                  label={words.insights.view}
                  value={view}
                  values={graphViews}
                  nameOf={(one) => words.insights.views[one]}
                  onChoose={(next) => change({ view: next })}
                />
              </div>
              {view === 'map' ? (
                <Drawing key={middle} {...{ project, layout, middle, put }} />
              ) : (
                <RelationList project={project} rows={told} labelledBy={id} />
              )}
              {found.more > 0 && <p className="muted">{words.insights.more(found.more)}</p>}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** Columns of entries with lines between them; one entry is in hand, and arrows walk from it. */
function Drawing({
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

/** The same relations, one in each row. */
function RelationList({
  project,
  rows,
  labelledBy,
}: {
  readonly project: ProjectId;
  readonly rows: readonly { readonly edge: Edge; readonly cells: readonly string[] }[];
  readonly labelledBy: string;
}) {
  const words = useWords();
  const entry = (id: ConceptId, term: string | undefined) => (
    <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: id }}>
      {term}
    </Link>
  );
  return (
    <table className="graph-list" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {words.insights.graphColumns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ edge: { from, to, kind }, cells: [one, relation, other, state] }) => (
          <tr key={`${from}${kind}${to}`}>
            <td>{entry(from, one)}</td>
            <td>{relation}</td>
            <td>{entry(to, other)}</td>
            <td className="muted">{state}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Words = ReturnType<typeof useWords>;

function relationsOf({ nodes, edges }: RelationGraph, words: Words) {
  const terms = new Map(nodes.map(({ id, term }) => [id, term]));
  return edges.map((edge) => ({
    edge,
    cells: [
      terms.get(edge.from) ?? '',
      words.entries.relations[edge.kind],
      terms.get(edge.to) ?? '',
      words.insights.relationStates[edge.state],
    ],
  }));
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
