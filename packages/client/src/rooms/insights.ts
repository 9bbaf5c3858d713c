import type { GraphView, Insights, ProjectId, RelationGraph } from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

export interface InsightsRoom {
  /** The glossary in figures. @throws `storage/not-found` */
  overview(projectId: ProjectId, options?: CallOptions): Promise<Insights>;
  /** Entries and how they are related, all of them or the neighbourhood of one. */
  graph(projectId: ProjectId, view?: GraphView & CallOptions): Promise<RelationGraph>;
}

export function insightsRoom(room: Room): InsightsRoom {
  const { api, ask } = room;
  return {
    overview: (projectId, options) => ask(api.insights.overview.query, { projectId }, options),
    graph: (projectId, { signal, ...view } = {}) => ask(api.insights.graph.query, { projectId, ...view }, { signal }),
  };
}
