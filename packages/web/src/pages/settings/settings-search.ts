import type { ProjectId } from '@genglossary/core/domain';
import type { SearchWords } from '../../data/address.ts';

/** What of the page its address keeps: the project that one came from, so that the way back stays open. */
export interface SettingsSearch {
  readonly project?: ProjectId | undefined;
}

export function settingsSearch({ project }: SearchWords): SettingsSearch {
  return { project: typeof project === 'string' && project !== '' ? (project as ProjectId) : undefined };
}
