import type { ProjectId } from '@genglossary/core/domain';
import type { TrashedItem } from '@genglossary/client';
import { Loaded } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import { useTrash } from '../../data/queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { TrashList } from '../../ui/trash-list.tsx';
import { useWords } from '../../words/words.tsx';

/** What was thrown away of a project: documents and entries, each to be had back. */
export function TrashPage({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const trash = useTrash(project);
  const touched = ['document', 'entry', 'term'] as const;
  const undo = useUndo(project, touched);
  const restore = useAction(project, touched, (api, { kind, id }: TrashedItem) =>
    api.trash.restore(project, kind === 'document' ? { documents: [id] } : { entries: [id] }),
  );
  return (
    <Page title={words.trash.title} lead={words.trash.lead}>
      <Loaded answer={trash}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={words.trash.empty} detail={words.trash.emptyDetail} />
          ) : (
            <TrashList
              items={items.map((item) => ({
                ...item,
                what: item.kind,
                kind: <Chip>{words.trash.kinds[item.kind]}</Chip>,
              }))}
              restoring={restore.isPending ? restore.variables.id : undefined}
              onRestore={({ id, name }) => {
                const item = items.find((one) => one.id === id);
                if (item === undefined) return;
                restore.mutate(item, {
                  onSuccess: (token) =>
                    notify({
                      message: words.trash.restored(name),
                      undo: { label: words.actions.undo, run: () => undo(token) },
                    }),
                });
              }}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
