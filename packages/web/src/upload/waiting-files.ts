import type { ProjectId } from '@genglossary/core/domain';
import type { DroppedFile } from './dropped-files.ts';

type Files = Promise<readonly DroppedFile[]>;

const waiting = new Map<ProjectId, Files>();

/** Keeps what was dropped for a project until its upload panel is there to look at it. */
export function keepWaiting(project: ProjectId, files: Files): void {
  waiting.set(project, files);
}

/** Hands it over, once. */
export function takeWaiting(project: ProjectId): Files | undefined {
  const files = waiting.get(project);
  waiting.delete(project);
  return files;
}
