import type { Definition, EntryHistoryField, ProjectId } from '@genglossary/core/domain';
import { useState } from 'react';
import { Loaded } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import { useHistory } from '../../data/queries.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { WordDiff } from '../../ui/word-diff.tsx';
import { useWords } from '../../words/words.tsx';

interface EntryHistoryProps {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
}

/** What was done to an entry, by whom and when, and what its definition said before; any of that can be had again. */
export function EntryHistory({ project, entry }: EntryHistoryProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="score" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.entries.history}</summary>
      {isOpen && (
        <>
          <Changes project={project} entry={entry} />
          <EarlierDefinitions project={project} entry={entry} />
        </>
      )}
    </details>
  );
}

function Changes({ project, entry }: EntryHistoryProps) {
  const words = useWords();
  const history = useHistory(project, entry.id);
  return (
    <Loaded answer={history}>
      {(changes) =>
        changes.length === 0 ? (
          <p className="muted">{words.entries.noChanges}</p>
        ) : (
          <ol className="history">
            {changes.map(({ seq, at, author, fields }) => (
              <li key={seq}>
                <p className="muted">
                  {words.entries.changeBy[author]} · {words.date(at)}
                </p>
                {fields.map((field, index) => (
                  <Field key={index} field={field} language={entry.language} />
                ))}
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

/** One thing that a change did. */
function Field({ field, language }: { readonly field: EntryHistoryField; readonly language: string }) {
  const words = useWords();
  switch (field.field) {
    case 'definition':
      return <WordDiff parts={field.diff} lang={language} />;
    case 'names':
      return (
        <BeforeAfter label={words.entries.names} before={field.before?.join(', ')} after={field.after?.join(', ')} />
      );
    case 'note':
      return <BeforeAfter label={words.entries.note} before={field.before} after={field.after} />;
    case 'relation':
      return (
        <p>
          {words.entries.relations[field.kind]} · {words.entries.relationSaid[field.after]}
        </p>
      );
    case 'lock':
      return <p>{field.isLocked ? words.entries.locked : words.entries.unlocked}</p>;
    case 'place':
      return <p>{words.entries.placeIs[field.is]}</p>;
    default:
      field satisfies never;
      return null;
  }
}

function BeforeAfter({
  label,
  before,
  after,
}: {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}) {
  return (
    <p className="word-diff">
      {label}: {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
    </p>
  );
}

function EarlierDefinitions({ project, entry }: EntryHistoryProps) {
  const words = useWords();
  const undo = useUndo(project, ['entry']);
  const restore = useAction(project, ['entry'], (api, { revision, author }: Definition) =>
    api.entries.restore(project, entry.id, { ifVersion: entry.version, revision, author }),
  );
  const earlier = entry.revisions.filter(
    ({ revision, author }) => revision !== entry.current?.revision || author !== entry.current.author,
  );
  if (earlier.length === 0) return null;
  return (
    <>
      <h4>{words.entries.earlier}</h4>
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
    </>
  );
}
