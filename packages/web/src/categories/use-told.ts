import type { ProjectId } from '@genglossary/core/domain';
import { useUndo } from '../data/actions.ts';
import type { Undo } from '../data/shapes.ts';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

/** What a change of the categories says, and how it is taken back. */
export function useTold(project: ProjectId): (message: string, token: Undo) => void {
  const words = useWords();
  const undo = useUndo(project, ['category']);
  return (message, token) => notify({ message, undo: { label: words.actions.undo, run: () => undo(token) } });
}
