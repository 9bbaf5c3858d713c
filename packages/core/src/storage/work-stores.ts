import type { Change, ChangedNoun, Glossary, ProjectId, UndoToken, Version } from '../domain/index.ts';

/** What the tool pointed out and people are done with: they do not want to hear of it again. */
export interface SettledStore {
  /** Of one kind: what stands for what they looked at, by its subject. */
  read(project: ProjectId, kind: string): Promise<ReadonlyMap<string, string>>;
  put(
    project: ProjectId,
    kind: string,
    settled: readonly { readonly subject: string; readonly basis: string }[],
  ): Promise<void>;
}

export interface VersionStore {
  /** Keeps a glossary for good under the next number. @throws `storage/not-found` when the project is gone */
  publish(
    project: ProjectId,
    version: { readonly name: string; readonly note?: string; readonly glossary: Glossary },
  ): Promise<Version>;
  /** Latest first. */
  list(project: ProjectId): Promise<readonly Version[]>;
  read(
    project: ProjectId,
    number: number,
  ): Promise<{ readonly version: Version; readonly glossary: Glossary } | undefined>;
}

/** What imports would do, as texts (JSON), until they are forgotten. */
export interface ImportPlanStore {
  /** @throws `storage/not-found` when the project is gone */
  put(project: ProjectId, plan: { readonly id: string; readonly text: string }): Promise<void>;
  read(project: ProjectId, id: string): Promise<string | undefined>;
  /** Takes away what was planned before (milliseconds since 1970); answers how many. */
  forget(options: { readonly before: number }): Promise<number>;
}

/** A column group of something before and after a change, as it is stored. */
export interface ChangedFields {
  readonly table: string;
  readonly key: Readonly<Record<string, string | number | null>>;
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>> | null;
}

/** What happened, in order. Changes are written by `Storage.change` and by builds, never through here. */
export interface ChangeStore {
  /** Number of the project's last change; `undefined` where there is no such project. */
  last(project: ProjectId): Promise<number | undefined>;
  /** Changes after `after`, in order. */
  page(project: ProjectId, options: { readonly after: number; readonly limit: number }): Promise<readonly Change[]>;
  /** The changes of one thing, latest first; `fields` are gone with what is too old to be undone. */
  of(
    project: ProjectId,
    options: {
      readonly noun: ChangedNoun;
      readonly id: string;
      readonly limit: number;
      /** Only changes with a smaller number. */
      readonly before?: number;
    },
  ): Promise<readonly (Change & { readonly fields: readonly ChangedFields[] })[]>;
  /** Changes that can still be taken back, latest first. */
  undoable(
    project: ProjectId,
    options: { readonly limit: number },
  ): Promise<readonly (Change & { readonly undo: UndoToken })[]>;
  /** What a token takes back; `undefined` when it is unknown, used or too old. */
  findUndo(token: string): Promise<{ readonly project: ProjectId; readonly seq: number } | undefined>;
  /**
   * Puts every row back as it was before a change; `false` when that can no longer be done.
   * @throws `undo/conflict` when something it touched was changed since
   */
  revert(project: ProjectId, seq: number): Promise<boolean>;
  markUndone(project: ProjectId, seq: number, options: { readonly by: number }): Promise<void>;
  /** Takes away what is kept to undo changes older than `before` (milliseconds since 1970); answers how many. */
  forget(options: { readonly before: number }): Promise<number>;
}
