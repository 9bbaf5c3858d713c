import type { ProjectId } from '@genglossary/core/domain';
import { useAction, useUndo } from '../../data/actions.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { isExplained } from './explained.ts';

interface EntryToolsProps {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  readonly onEdit: () => void;
  readonly onPropose: () => void;
  readonly onRemoved: () => void;
}

/** What can be done with an entry as a whole; of one that is locked, nothing but to unlock it. */
export function EntryTools({ project, entry, onEdit, onPropose, onRemoved }: EntryToolsProps) {
  const words = useWords();
  const undo = useUndo(project, ['entry', 'term', 'term-list']);
  const remove = useAction(project, ['entry', 'term', 'term-list'], (api) => api.entries.remove(project, entry.id));
  const lock = useAction(project, ['entry'], (api, isLocked: boolean) => api.entries.lock(project, entry.id, isLocked));
  const turn = (isLocked: boolean) =>
    lock.mutate(isLocked, {
      onSuccess: (token) =>
        notify({
          message: isLocked ? words.entries.lockedDone(entry.term) : words.entries.unlockedDone(entry.term),
          undo: { label: words.actions.undo, run: () => undo(token) },
        }),
    });
  if (entry.isLocked) {
    return (
      <div className="row">
        <Button size="small" busy={lock.isPending} onClick={() => turn(false)}>
          {words.entries.unlock}
        </Button>
      </div>
    );
  }
  return (
    <div className="row">
      <Button size="small" onClick={onEdit}>
        {isExplained(entry) ? words.entries.edit : words.entries.writeIt}
      </Button>
      <Button size="small" onClick={onPropose}>
        {words.entries[isExplained(entry) ? 'propose' : 'proposeFirst']}
      </Button>
      <Button kind="quiet" size="small" title={words.entries.lockHint} busy={lock.isPending} onClick={() => turn(true)}>
        {words.entries.lock}
      </Button>
      <Button
        kind="quiet"
        size="small"
        busy={remove.isPending}
        onClick={() =>
          remove.mutate(undefined, {
            onSuccess(token) {
              notify({
                message: words.entries.excludedNext(entry.term),
                undo: { label: words.actions.undo, run: () => undo(token) },
              });
              onRemoved();
            },
          })
        }
      >
        {words.entries.exclude}
      </Button>
    </div>
  );
}
