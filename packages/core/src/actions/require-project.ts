import type { Project, ProjectId } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { notFound } from './not-found.ts';

/** @throws `storage/not-found` when the project is gone or in the trash */
export async function requireProject({ projects }: Stores, id: ProjectId): Promise<Project> {
  const project = await projects.read(id);
  if (project === undefined) throw notFound('project', id);
  return project;
}
