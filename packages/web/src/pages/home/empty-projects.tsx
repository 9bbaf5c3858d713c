import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import type { ProjectSummary } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { notify, type TakeBack } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const mostNamed = 3;

/** Projects that were made and never used, such as those of a mistyped path: all of them go into the bin at once. */
export function EmptyProjects({ projects }: { readonly projects: readonly ProjectSummary[] }) {
  const words = useWords();
  const [api, queries, navigate] = [useApi(), useQueryClient(), useNavigate()];
  const [isBusy, setIsBusy] = useState(false);
  if (projects.length === 0) return null;
  const refreshList = () => queries.invalidateQueries({ queryKey: ['projects'] });
  const remove = async () => {
    setIsBusy(true);
    const undos: string[] = [];
    try {
      for (const { id } of projects) {
        const undo = await api.projects.remove(id);
        if (undo !== undefined) undos.push(undo.token);
      }
      const bringBack = async (): ReturnType<TakeBack> => {
        for (const token of undos) await api.undo(token);
        await refreshList();
        await navigate({ to: '/' });
        return undefined;
      };
      notify({
        message: words.home.removedEmpty(projects.length),
        undo: { label: words.actions.undo, run: bringBack },
      });
    } catch (error) {
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    } finally {
      await refreshList();
      setIsBusy(false);
    }
  };
  const named = projects.slice(0, mostNamed).map(({ name }) => name);
  return (
    <div className="row projects-empty">
      <p>{words.home.emptyOnes(named, projects.length - named.length)}</p>
      <Button kind="quiet" size="small" busy={isBusy} onClick={() => void remove()}>
        {words.home.removeEmpty(projects.length)}
      </Button>
    </div>
  );
}

/** Nothing was ever put into it. */
export function isEmpty({ documents, entries, activeRun, lastRun }: ProjectSummary): boolean {
  return documents + entries === 0 && activeRun === undefined && lastRun === undefined;
}
