import type { ProjectId } from '@genglossary/core/domain';
import { useParams, useSearch } from '@tanstack/react-router';

/** The pages of a project, in the order of the rail. */
export const projectPages = [
  { name: 'documents', icon: 'documents' },
  { name: 'entries', icon: 'entries' },
  { name: 'terms', icon: 'terms' },
  { name: 'issues', icon: 'issues' },
  { name: 'runs', icon: 'runs' },
  { name: 'versions', icon: 'versions' },
  { name: 'insights', icon: 'insights' },
  { name: 'exports', icon: 'exports' },
  { name: 'imports', icon: 'imports' },
  { name: 'settings', icon: 'sliders' },
  { name: 'trash', icon: 'trash' },
] as const;

/** The project that the address names, if it names one. */
export function useOpenProject(): ProjectId | undefined {
  return useParams({ strict: false }).projectId;
}

/** The project that one is in, or came from: a page of the whole app, such as its settings, keeps the way back to it. */
export function useNearProject(): ProjectId | undefined {
  const { project } = useSearch({ strict: false });
  return useOpenProject() ?? project;
}

/** The address of a page of a project. */
export function pageOf(project: ProjectId, name: (typeof projectPages)[number]['name']): string {
  return `/p/${project}/${name}`;
}

/** Pages that stand at the foot of a narrow window themselves. */
export const narrowPages: readonly string[] = ['documents', 'entries', 'terms', 'issues'];
