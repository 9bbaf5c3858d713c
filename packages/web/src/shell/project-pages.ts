import type { ProjectId } from '@genglossary/core/domain';
import { useParams } from '@tanstack/react-router';

/** The pages of a project, in the order of the rail; the key goes there after `g`. */
export const projectPages = [
  { name: 'documents', icon: 'documents', key: 'f' },
  { name: 'entries', icon: 'entries', key: 'e' },
  { name: 'terms', icon: 'terms', key: 't' },
  { name: 'issues', icon: 'issues', key: 'i' },
  { name: 'runs', icon: 'runs', key: 'r' },
  { name: 'versions', icon: 'versions', key: 'v' },
  { name: 'insights', icon: 'insights', key: 'n' },
  { name: 'exports', icon: 'exports', key: 'x' },
  { name: 'imports', icon: 'imports', key: 'm' },
  { name: 'settings', icon: 'sliders', key: 'p' },
  { name: 'trash', icon: 'trash', key: 'b' },
] as const;

/** The project that the address names, if it names one. */
export function useOpenProject(): ProjectId | undefined {
  return useParams({ strict: false }).projectId;
}

/** The address of a page of a project. */
export function pageOf(project: ProjectId, name: (typeof projectPages)[number]['name']): string {
  return `/p/${project}/${name}`;
}
