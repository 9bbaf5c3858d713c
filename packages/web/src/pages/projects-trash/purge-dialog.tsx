import type { TrashedProject } from '@genglossary/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** Asks for the name of what nobody can bring back afterwards. */
export function PurgeDialog({
  project: { id, name },
  onClose,
}: {
  readonly project: TrashedProject;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [api, queries] = [useApi(), useQueryClient()];
  const [typed, setTyped] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const isSure = typed.trim() === name.trim();
  const purge = async () => {
    setIsBusy(true);
    try {
      await api.projects.purge(id);
      notify({ message: words.trash.purged(name) });
      await queries.invalidateQueries({ queryKey: ['projects'] });
      onClose();
    } catch (error) {
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
      setIsBusy(false);
    }
  };
  return (
    <Dialog title={words.trash.purgeTitle(name)} description={words.trash.purgeDetail} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) void purge();
        }}
      >
        <TextField
          label={words.trash.purgeName(name)}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="row row-end">
          <Button onClick={onClose}>{words.actions.cancel}</Button>
          <Button type="submit" kind="danger" disabled={!isSure} busy={isBusy}>
            {words.trash.purge}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
