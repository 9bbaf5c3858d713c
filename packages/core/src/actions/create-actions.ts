import { systemClock } from '../runtime/clock.ts';
import { systemIds } from '../runtime/id-source.ts';
import type { ActionTools } from './action-tools.ts';
import { type BackupActions, backupActions } from './backup-actions.ts';
import { type CategoryActions, categoryActions } from './category-actions.ts';
import { type ChangeActions, changeActions } from './change-actions.ts';
import { type DocumentActions, documentActions } from './document-actions.ts';
import { type EntryActions, entryActions } from './entry-actions.ts';
import { type ImportActions, importActions } from './import-actions.ts';
import { type InsightActions, insightActions } from './insight-actions.ts';
import { type IssueActions, issueActions } from './issue-actions.ts';
import { type ProjectActions, projectActions } from './project-actions.ts';
import { type SettingsActions, settingsActions } from './settings-actions.ts';
import { WorkbenchReader } from './read-workbench.ts';
import { type TermActions, termActions } from './term-actions.ts';
import { type TermListActions, termListActions } from './term-list-actions.ts';
import { type TrashActions, trashActions } from './trash-actions.ts';
import { type UndoActions, undoActions } from './undo-actions.ts';
import { type VariantActions, variantActions } from './variant-actions.ts';
import { type VersionActions, versionActions } from './version-actions.ts';

/**
 * What a person can do. Every action is one transaction; what it changed is numbered, has a history, and can be taken
 * back with the token it answers.
 */
export interface Actions {
  readonly projects: ProjectActions;
  readonly backups: BackupActions;
  readonly documents: DocumentActions;
  readonly terms: TermActions;
  readonly termLists: TermListActions;
  readonly categories: CategoryActions;
  readonly variants: VariantActions;
  readonly entries: EntryActions;
  readonly issues: IssueActions;
  readonly versions: VersionActions;
  readonly changes: ChangeActions;
  readonly trash: TrashActions;
  readonly insights: InsightActions;
  readonly imports: ImportActions;
  readonly settings: SettingsActions;
  readonly undo: UndoActions;
}

export function createActions({
  clock = systemClock,
  ids = systemIds,
  ...rest
}: Omit<ActionTools, 'clock' | 'ids'> & Partial<Pick<ActionTools, 'clock' | 'ids'>>): Actions {
  const tools: ActionTools = { ...rest, clock, ids };
  const workbench = new WorkbenchReader(tools.storage);
  return {
    projects: projectActions(tools),
    backups: backupActions(tools),
    documents: documentActions(tools),
    terms: termActions(tools, workbench),
    termLists: termListActions(tools, workbench),
    categories: categoryActions(tools),
    variants: variantActions(tools, workbench),
    entries: entryActions(tools),
    issues: issueActions(tools),
    versions: versionActions(tools),
    changes: changeActions(tools),
    trash: trashActions(tools),
    insights: insightActions(tools),
    imports: importActions(tools),
    settings: settingsActions(tools),
    undo: undoActions(tools),
  };
}
