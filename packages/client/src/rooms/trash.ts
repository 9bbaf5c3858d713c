import type { Done, ProjectId, TrashChoice, TrashedItem } from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

/** What was thrown away of a project, and stays for thirty days; projects have a trash of their own. */
export interface TrashRoom {
  /** Latest first. */
  list(projectId: ProjectId, options?: CallOptions): Promise<readonly TrashedItem[]>;
  /** @throws `storage/not-found` for what is not in the trash · `entry/name-taken` */
  restore(projectId: ProjectId, choice: TrashChoice, options?: CallOptions): Promise<Done<unknown>>;
}

export function trashRoom(room: Room): TrashRoom {
  const { api, ask } = room;
  return {
    async list(projectId, options) {
      return (await ask(api.trash.list.query, { projectId }, options)).items;
    },
    restore: (projectId, choice, options) => ask(api.trash.restore.mutate, { projectId, ...choice }, options),
  };
}
