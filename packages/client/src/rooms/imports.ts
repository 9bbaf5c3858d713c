import { type FileContent, sendable } from '../sendable.ts';
import type { Done, Imported, ImportDecisions, ImportPlan, ImportSource, ProjectId } from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

/** Our own JSON export, a termbase (TBX), or a table (CSV, with commas, semicolons or tabs). */
export interface ImportFile extends ImportSource {
  readonly content: FileContent;
}

export interface ImportsRoom {
  /** What a file would do; nothing is written. @throws `import/invalid` · `storage/not-found` */
  plan(projectId: ProjectId, file: ImportFile, options?: CallOptions): Promise<ImportPlan>;
  /** A plan of the last 24 hours. @throws `storage/not-found` */
  get(projectId: ProjectId, planId: string, options?: CallOptions): Promise<ImportPlan>;
  /**
   * Does what the plan says, as one change; what a person made stays where nobody chooses otherwise.
   *
   * @throws `import/conflict` when entries were changed since, with these as they are now in `details.current`
   */
  apply(
    projectId: ProjectId,
    planId: string,
    options?: CallOptions & { readonly decisions?: ImportDecisions },
  ): Promise<Done<Imported>>;
}

export function importsRoom(room: Room): ImportsRoom {
  const { api, ask } = room;
  return {
    async plan(projectId, { content, mapping, ...file }, options) {
      const request = {
        projectId,
        ...file,
        content: await sendable(content),
        ...(mapping === undefined ? {} : { mapping: { ...mapping } }),
      };
      return ask(api.imports.plan.mutate, request, options);
    },
    get: (projectId, planId, options) => ask(api.imports.get.query, { projectId, planId }, options),
    apply: (projectId, planId, { decisions, ...options } = {}) =>
      ask(
        api.imports.applyPlan.mutate,
        { projectId, planId, ...(decisions === undefined ? {} : { decisions }) },
        options,
      ),
  };
}
