import type { ConceptId, Insights, ProjectId, RelationGraph } from '../types.ts';
import { call, type CallOptions, type Room } from './room.ts';

export interface InsightsRoom {
  /** The glossary in figures. @throws `storage/not-found` */
  overview(projectId: ProjectId, options?: CallOptions): Promise<Insights>;
  /** Entries and how they are related, all of them or the neighbourhood of one. */
  graph(
    projectId: ProjectId,
    view?: CallOptions & { readonly around?: ConceptId; readonly hops?: number; readonly limit?: number },
  ): Promise<RelationGraph>;
}

export function insightsRoom(room: Room): InsightsRoom {
  const { api } = room;
  return {
    overview: (projectId, options = {}) =>
      call(room, options, (sent) => api.insights.overview.query({ projectId }, sent)),
    graph: (projectId, { signal, ...view } = {}) =>
      call(room, signal === undefined ? {} : { signal }, (sent) =>
        api.insights.graph.query({ projectId, ...view }, sent),
      ),
  };
}
