import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TrashedProject } from '@genglossary/client';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useTrashedProjects } from '../../data/queries.ts';
import { PurgeDialog } from './purge-dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { TrashList } from '../../ui/trash-list.tsx';
import { useWords } from '../../words/words.tsx';

/** Projects that were deleted, each to be had back. */
export function ProjectsTrashPage() {
  const words = useWords();
  const [api, queries] = [useApi(), useQueryClient()];
  const trashed = useTrashedProjects();
  const [restoring, setRestoring] = useState<string>();
  const [doomed, setDoomed] = useState<TrashedProject>();
  const restore = async ({
    id,
    name,
  }: {
    readonly id: Parameters<typeof api.projects.restore>[0];
    readonly name: string;
  }) => {
    setRestoring(id);
    try {
      await api.projects.restore(id);
      await queries.invalidateQueries({ queryKey: ['projects'] });
      notify({ message: words.trash.restored(name) });
    } catch (error) {
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    } finally {
      setRestoring(undefined);
    }
  };
  return (
    <Page title={words.trash.projectsTitle} lead={words.trash.lead}>
      <Loaded answer={trashed}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={words.trash.empty} detail={words.trash.emptyProjects}>
              <Link to="/" className="button">
                {words.shell.toProjects}
              </Link>
            </EmptyState>
          ) : (
            <TrashList
              items={items}
              restoring={restoring}
              onRestore={(item) => void restore(item)}
              onPurge={setDoomed}
            />
          )
        }
      </Loaded>
      {doomed !== undefined && <PurgeDialog key={doomed.id} project={doomed} onClose={() => setDoomed(undefined)} />}
    </Page>
  );
}
