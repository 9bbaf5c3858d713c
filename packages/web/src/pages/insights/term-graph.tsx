import type { RelationGraph } from '@genglossary/client';
import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { useId } from 'react';
import { useAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useGraph, useRelated } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { FilterChoice } from '../../ui/list-pane.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useWords } from '../../words/words.tsx';
import { GraphDrawing } from './graph-drawing.tsx';
import { distinctEdges, layOutGraph } from './graph-layout.ts';
import { graphHops, insightsSearch, type InsightsSearch, graphViews } from './insights-search.ts';
import { csvOf } from './measures.ts';
import { RelationList, relationsOf } from './relation-list.tsx';
import './term-graph.css';

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
              <div className="spread chart-head">
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
                <GraphDrawing key={middle} {...{ project, layout, middle, put }} />
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
