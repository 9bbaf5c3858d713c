import type { Change, Done, ProjectId, UndoToken } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type ActionTools, UNDO_MS } from './action-tools.ts';
import { entriesBuiltSince, findAgain } from './find-again.ts';

export interface UndoActions {
  /**
   * Takes a change back, once: everything it touched is again as it was before. That is a change too, whose own token
   * brings the first one back.
   *
   * @throws `undo/expired` for a token that is unknown, used or too old · `undo/conflict` when somebody changed the same
   * things since
   */
  apply(token: string): Promise<Done<{ readonly project: ProjectId; readonly undone: number }>>;
  /** The last changes that can still be taken back, latest first. */
  list(
    project: ProjectId,
    options?: { readonly limit?: number },
  ): Promise<readonly (Change & { readonly undo: UndoToken })[]>;
}

const LISTED = 10;

export function undoActions({ storage, clock, ids }: ActionTools): UndoActions {
  return {
    async apply(token) {
      const found = await storage.changes.findUndo(token);
      if (found === undefined) throw expired(token);
      const { project, seq } = found;
      const undo = { token: ids(), until: clock.now() + UNDO_MS };
      // A project that was thrown away is brought back by the same token.
      const request = { kind: 'change-undone', undo, undoes: seq, evenTrashed: true } as const;
      return storage.change(project, request, async (stores) => {
        const { changes } = stores;
        // Looked up again: two who hold the same token cannot both use it.
        const still = await changes.findUndo(token);
        const seen = await entriesBuiltSince(stores, project, seq);
        if (still === undefined || !(await changes.revert(project, seq))) throw expired(token);
        await findAgain(stores, project, seen);
        const last = (await changes.last(project)) ?? 0;
        await changes.markUndone(project, seq, { by: last + 1 });
        return { project, undone: seq };
      });
    },
    list: (project, { limit = LISTED } = {}) => storage.changes.undoable(project, { limit }),
  };
}

function expired(token: string): GlossaryError<'undo/expired'> {
  return new GlossaryError('undo/expired', 'The change can no longer be taken back.', { details: { token } });
}
