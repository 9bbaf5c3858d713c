import type {
  ChangeDecision,
  ConceptId,
  Done,
  GlossaryDiff,
  NewVersion,
  OpenChanges,
  ProjectId,
  Version,
  VersionPair,
} from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

export interface VersionsRoom {
  /** Publishes the glossary as it is now; a version never changes. @throws `glossary/none` · `version/invalid` */
  publish(projectId: ProjectId, version?: NewVersion & CallOptions): Promise<Version>;
  /** Latest first. */
  list(projectId: ProjectId, options?: CallOptions): Promise<readonly Version[]>;
  /** What became of the glossary since a version, or between two. */
  diff(projectId: ProjectId, versions: VersionPair, options?: CallOptions): Promise<GlossaryDiff>;
  /** What became of the glossary since a version and was not accepted. */
  openChanges(projectId: ProjectId, version: number, options?: CallOptions): Promise<OpenChanges>;
  /**
   * Accepts changes since a version, which are not shown again until the entry changes once more, or takes them back:
   * the entry says what it said in that version. @throws `entry/locked`
   */
  decideChanges(
    projectId: ProjectId,
    decision: ChangeDecision,
    options?: CallOptions,
  ): Promise<Done<readonly ConceptId[]>>;
}

export function versionsRoom(room: Room): VersionsRoom {
  const { api, ask } = room;
  return {
    publish: (projectId, { signal, ...version } = {}) =>
      ask(api.versions.publish.mutate, { projectId, ...version }, { signal }),
    async list(projectId, options) {
      return (await ask(api.versions.list.query, { projectId }, options)).items;
    },
    openChanges: (projectId, version, options) => ask(api.versions.openChanges.query, { projectId, version }, options),
    decideChanges: (projectId, { ids, ...decision }, options) =>
      ask(
        api.versions.decideChanges.mutate,
        { projectId, ...decision, ...(ids === undefined ? {} : { ids: [...ids] }) },
        options,
      ),
    diff: (projectId, versions, options) => ask(api.versions.diff.query, { projectId, ...versions }, options),
  };
}
