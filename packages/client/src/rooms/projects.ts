import type {
  Change,
  Done,
  NewProject,
  Project,
  ProjectId,
  ProjectSummary,
  ProjectUpdate,
  RunId,
  TrashedProject,
} from '@genglossary/contract';
import { toClientError } from '../client-error.ts';
import { type FollowOptions } from '../run-events.ts';
import { followPages, type Page } from '../follow-pages.ts';
import { sendableBytes } from '../sendable.ts';
import type { CallOptions, Room } from './room.ts';

export interface ProjectsRoom {
  /** @throws `project/invalid-name` · `project/name-taken` */
  create(project: NewProject, options?: CallOptions): Promise<Project>;
  /** @throws `storage/not-found` */
  get(id: ProjectId, options?: CallOptions): Promise<ProjectSummary>;
  /** Sorted by name. */
  list(options?: CallOptions & { readonly includeArchived?: boolean }): Promise<readonly ProjectSummary[]>;
  update(id: ProjectId, update: ProjectUpdate, options?: CallOptions): Promise<Done<Project>>;
  archive(id: ProjectId, options?: CallOptions): Promise<Done<Project>>;
  unarchive(id: ProjectId, options?: CallOptions): Promise<Done<Project>>;
  /** The same documents, lists, glossary and people's work under another name. */
  clone(id: ProjectId, name: string, options?: CallOptions): Promise<Project>;
  /** Everything that makes it as one file; runs, history and keys stay where they are. @throws `storage/not-found` */
  backup(id: ProjectId, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** A new project with everything that such a file holds. @throws `backup/invalid` · `project/name-taken` */
  restoreBackup(content: Uint8Array | Blob, options?: CallOptions & { readonly name?: string }): Promise<Project>;
  /** Into the trash; a run of it is cancelled. */
  trash(id: ProjectId, options?: CallOptions): Promise<Omit<Done<unknown>, 'value'>>;
  trashed(options?: CallOptions): Promise<readonly TrashedProject[]>;
  restore(id: ProjectId, options?: CallOptions & { readonly name?: string }): Promise<Done<Project>>;
  /** Removes one that is in the trash for good. @throws `storage/not-found` */
  purge(id: ProjectId, options?: CallOptions): Promise<void>;
  /** What changed in a project, as it happens; from now on unless `after` is given. Goes on until the signal aborts. */
  changes(
    id: ProjectId,
    options?: FollowOptions & {
      /** Told which run the project has, as soon as that is another one; `null` where it is over. */
      readonly onRun?: (run: RunId | null) => void;
    },
  ): AsyncIterable<Change>;
}

interface ChangesPage extends Page {
  readonly changes: readonly Change[];
  readonly activeRun?: RunId | null;
}

export function projectsRoom(room: Room): ProjectsRoom {
  const { api, url, ask } = room;
  return {
    create: (project, options) => ask(api.projects.create.mutate, project, options),
    get: (projectId, options) => ask(api.projects.get.query, { projectId }, options),
    list: ({ includeArchived = false, ...options } = {}) => ask(api.projects.list.query, { includeArchived }, options),
    update: (projectId, update, options) => ask(api.projects.update.mutate, { projectId, ...update }, options),
    archive: (projectId, options) => ask(api.projects.archive.mutate, { projectId }, options),
    unarchive: (projectId, options) => ask(api.projects.unarchive.mutate, { projectId }, options),
    clone: (projectId, name, options) => ask(api.projects.clone.mutate, { projectId, name }, options),
    async backup(projectId, options) {
      const { base64 } = await ask(api.projects.backup.query, { projectId }, options);
      return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    },
    async restoreBackup(content, { name, ...options } = {}) {
      const sent = { content: await sendableBytes(content), ...(name === undefined ? {} : { name }) };
      return ask(api.projects.restoreBackup.mutate, sent, options);
    },
    trash: (projectId, options) => ask(api.projects.trash.mutate, { projectId }, options),
    trashed: (options) => ask(api.projects.trashed.query, undefined, options),
    restore: (projectId, { name, ...options } = {}) =>
      ask(api.projects.restore.mutate, { projectId, ...(name === undefined ? {} : { name }) }, options),
    async purge(projectId, options) {
      await ask(api.projects.purge.mutate, { projectId }, options);
    },
    async *changes(projectId, { after, signal, onRun } = {}) {
      try {
        await api.projects.get.query({ projectId }, signal === undefined ? {} : { signal });
        const pages = followPages<ChangesPage>(
          // Below zero nothing was seen yet and nothing is asked for: it begins now.
          (from, { onData, onError, onComplete }) =>
            api.projects.changes.subscribe(
              { projectId, ...(from < 0 ? {} : { after: from }) },
              { onData, onError, onComplete },
            ),
          { after: after ?? -1, signal },
        );
        for await (const { changes, activeRun } of pages) {
          if (activeRun !== undefined) onRun?.(activeRun);
          yield* changes;
        }
      } catch (error) {
        throw toClientError(error, { url, signal });
      }
    },
  };
}
