import type { RelationGraph } from '@genglossary/client';
import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/words.tsx';

type Edge = RelationGraph['edges'][number];

/** The relations of the graph, one in each row. */
export function RelationList({
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

/** Relations as rows of words. */
export function relationsOf({ nodes, edges }: RelationGraph, words: ReturnType<typeof useWords>) {
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
