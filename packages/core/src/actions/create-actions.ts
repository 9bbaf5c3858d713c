import { systemClock } from '../runtime/clock.ts';
import { systemIds } from '../runtime/id-source.ts';
import type { ActionTools } from './action-tools.ts';
import { type DocumentActions, documentActions } from './document-actions.ts';
import { type EntryActions, entryActions } from './entry-actions.ts';
import { type ProjectActions, projectActions } from './project-actions.ts';
import { type UndoActions, undoActions } from './undo-actions.ts';

/**
 * What a person can do. Every action is one transaction; what it changed is numbered, has a history, and can be taken
 * back with the token it answers.
 */
export interface Actions {
  readonly projects: ProjectActions;
  readonly documents: DocumentActions;
  readonly entries: EntryActions;
  readonly undo: UndoActions;
}

export function createActions({
  clock = systemClock,
  ids = systemIds,
  ...rest
}: Omit<ActionTools, 'clock' | 'ids'> & Partial<Pick<ActionTools, 'clock' | 'ids'>>): Actions {
  const tools: ActionTools = { ...rest, clock, ids };
  return {
    projects: projectActions(tools),
    documents: documentActions(tools),
    entries: entryActions(tools),
    undo: undoActions(tools),
  };
}
