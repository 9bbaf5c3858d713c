import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** A project whose name is taken, and the file that it is in. */
interface Taken {
  readonly file: File;
  readonly name: string;
}

/** Makes a project from a file that was backed up; where its name is taken, another one is asked for. */
export function RestoreBackup() {
  const words = useWords();
  const [api, queries, navigate] = [useApi(), useQueryClient(), useNavigate()];
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [taken, setTaken] = useState<Taken>();
  const restore = async (file: File, wanted?: string) => {
    setIsBusy(true);
    try {
      const { id, name } = await api.projects.restoreBackup(file, wanted);
      setTaken(undefined);
      await queries.invalidateQueries({ queryKey: ['projects'] });
      await navigate({ to: '/p/$projectId/entries', params: { projectId: id } });
      notify({ message: words.home.restored(name) });
    } catch (error) {
      const { code, message } = describeError(error, words);
      if (code === 'project/name-taken') setTaken({ file, name: nameIn(error) });
      else notify({ message: words.shell.failed, detail: message, tone: 'bad' });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <Button busy={isBusy} onClick={() => input.current?.click()}>
        {words.home.restore}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".genglossary"
        aria-label={words.home.restore}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (file !== undefined) void restore(file);
        }}
      />
      {taken !== undefined && (
        <AnotherName
          key={taken.name}
          name={taken.name}
          isBusy={isBusy}
          onName={(name) => void restore(taken.file, name)}
          onClose={() => setTaken(undefined)}
        />
      )}
    </>
  );
}

function AnotherName({
  name: former,
  isBusy,
  onName,
  onClose,
}: {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [name, setName] = useState(`${former} (2)`);
  return (
    <Dialog title={words.home.restoreTitle} description={words.home.restoreDetail(former)} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onName(name.trim());
        }}
      >
        <TextField
          label={words.create.name}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <div className="row row-end">
          <Button onClick={onClose}>{words.actions.cancel}</Button>
          <Button type="submit" kind="primary" busy={isBusy}>
            {words.home.restoreAction}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The name that is taken, as the error tells it. */
function nameIn(error: unknown): string {
  const details: unknown = error instanceof Error ? Reflect.get(error, 'details') : undefined;
  const name: unknown = details !== null && typeof details === 'object' ? Reflect.get(details, 'name') : undefined;
  return typeof name === 'string' ? name : '';
}
