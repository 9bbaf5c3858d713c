import { existsSync } from 'node:fs';
import { createActions, openStorage } from '@genglossary/core';
import type { Project, ProjectId, ProjectSummary, TrashedProject } from '@genglossary/core/domain';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { given } from '../given.ts';
import { openWorkingServer } from './open-place.ts';
import type { NamedProject } from './place.ts';

/** Who writes projects into files and reads them: a server, or this process over the database of a folder. */
export interface Keeper extends AsyncDisposable {
  projects(): Promise<readonly NamedProject[]>;
  /** What each holds, sorted by name. */
  summaries(): Promise<readonly ProjectSummary[]>;
  /** Into the bin. */
  trash(project: ProjectId): Promise<void>;
  /** What is in the bin, latest first. */
  trashed(): Promise<readonly NamedProject[]>;
  /** @throws `project/name-taken` */
  bringBack(project: ProjectId): Promise<void>;
  backup(project: ProjectId): Promise<Uint8Array>;
  /** @throws `backup/invalid` · `project/name-taken` */
  restore(content: Uint8Array, name: string | undefined): Promise<Pick<Project, 'id' | 'name'>>;
}

/** `undefined` where there is neither a server nor a database, and none is to be made. */
export async function openKeeper(
  context: CommandContext,
  { makes }: { readonly makes: boolean },
): Promise<Keeper | undefined> {
  const server = await openWorkingServer(context);
  if (server !== undefined) {
    const { projects } = server.client;
    return {
      projects: () => server.projects(),
      ...listAndBin(projects),
      backup: (project) => projects.backup(project),
      restore: (content, name) => projects.restoreBackup(content, given('name', name)),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  }
  const path = databasePath(context.io);
  if (!makes && !existsSync(path)) return undefined;
  const storage = await openStorage({ path });
  const { backups, projects } = createActions({ storage });
  return {
    async projects() {
      return (await storage.projects.list()).map(({ id, name }) => ({ id, name }));
    },
    ...listAndBin(projects),
    backup: (project) => backups.write(project),
    restore: (content, name) => backups.restore(content, given('name', name)),
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}

/** What the client and the actions of core both have. */
interface Projects {
  list(): Promise<readonly ProjectSummary[]>;
  trash(id: ProjectId): Promise<unknown>;
  trashed(): Promise<readonly TrashedProject[]>;
  restore(id: ProjectId): Promise<unknown>;
}

/** The way back that is answered is not kept: commands have one of their own (`projects restore`). */
function listAndBin(projects: Projects): Pick<Keeper, 'summaries' | 'trash' | 'trashed' | 'bringBack'> {
  return {
    summaries: () => projects.list(),
    async trash(id) {
      await projects.trash(id);
    },
    trashed: () => projects.trashed(),
    async bringBack(id) {
      await projects.restore(id);
    },
  };
}
