import type { Definition, ProjectId } from '@genglossary/core/domain';
import { useAction, useUndo } from '../../data/queries.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** What the definition said before, by whom; any of it can be had again. */
export function EntryHistory({ project, entry }: { readonly project: ProjectId; readonly entry: EntryDetail }) {
  const words = useWords();
  const undo = useUndo(project, ['entry']);
  const restore = useAction(project, ['entry'], (api, { revision }: Definition) =>
    api.entries.restore(project, entry.id, { ifVersion: entry.version, revision }),
  );
  const earlier = entry.revisions.filter(
    ({ revision, author }) => revision !== entry.current?.revision || author !== entry.current.author,
  );
  if (earlier.length === 0) return null;
  return (
    <details className="score">
      <summary>
        {words.entries.history} ({words.number(earlier.length)})
      </summary>
      <ol className="history">
        {earlier.toReversed().map((definition) => (
          <li key={`${definition.author}${definition.revision}`}>
            <p className="muted">{words.entries.authors[definition.author]}</p>
            <p className="reading" lang={entry.language}>
              {definition.statements.map(({ text }) => text).join(' ')}
            </p>
            <Button
              size="small"
              busy={restore.isPending}
              onClick={() =>
                restore.mutate(definition, {
                  onSuccess: (token) =>
                    notify({
                      message: words.entries.restored(entry.term),
                      undo: { label: words.actions.undo, run: () => undo(token) },
                    }),
                })
              }
            >
              {words.versions.restore}
            </Button>
          </li>
        ))}
      </ol>
    </details>
  );
}
