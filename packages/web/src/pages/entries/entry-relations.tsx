import { inverseRelations, type ConceptId, type ProjectId, type RelationKind } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useAction, useUndo } from '../../data/actions.ts';
import { useEntries, useRelationsTo } from '../../data/queries.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { fold } from '../../search/fold.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/field.tsx';
import { InlineForm } from '../../ui/inline-form.tsx';
import { FilterChoice } from '../../ui/list-pane.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const kinds: readonly RelationKind[] = ['broader', 'narrower', 'part-of', 'see-also', 'synonym', 'abbreviation'];

interface Decision {
  readonly kind: RelationKind;
  readonly target: ConceptId;
  readonly state: 'accepted' | 'rejected' | 'open';
}

/** How an entry is related to others: what was proposed is accepted or rejected, what nobody proposed is stated. */
export function EntryRelations({ project, entry }: { readonly project: ProjectId; readonly entry: EntryDetail }) {
  const words = useWords();
  const [isAdding, setIsAdding] = useState(false);
  const { data: relationsTo = [] } = useRelationsTo(project, entry.id);
  const inverse = inverseRelations(entry, relationsTo);
  const undo = useUndo(project, ['entry']);
  const decide = useAction(project, ['entry'], (api, decision: Decision) =>
    api.entries.relate(project, entry.id, decision),
  );
  const say = (decision: Decision) =>
    decide.mutate(decision, {
      onSuccess: (token) =>
        notify({
          message: words.entries.relationSaid[decision.state],
          undo: { label: words.actions.undo, run: () => undo(token) },
        }),
    });
  return (
    <section aria-labelledby="related">
      {(entry.relations.length > 0 || inverse.length > 0 || isAdding) && <h3 id="related">{words.entries.related}</h3>}
      <ul className="entry-names">
        {entry.relations.map(({ kind, target, term, state }) => (
          <li key={`${kind}${target}`} className="row">
            <span>
              <span className="muted">{words.entries.relations[kind]}</span>{' '}
              <Link
                to="/p/$projectId/entries"
                params={{ projectId: project }}
                search={{ entry: target }}
                lang={entry.language}
              >
                {term}
              </Link>
              {state === 'proposed' && <span className="muted"> · {words.entries.proposed}</span>}
            </span>
            {/* Where there is no room beside it, both stand below it. */}
            <span className="row">
              {state === 'proposed' && (
                <Button size="small" kind="quiet" onClick={() => say({ kind, target, state: 'accepted' })}>
                  {words.entries.acceptRelation}
                </Button>
              )}
              <Button
                size="small"
                kind="quiet"
                aria-label={words.entries.rejectRelationTo(term)}
                onClick={() => say({ kind, target, state: 'rejected' })}
              >
                {words.documents.remove}
              </Button>
            </span>
          </li>
        ))}
        {inverse.map(({ kind, source, term, state }) => (
          <li key={`${kind}${source}`}>
            <span className="muted">{words.entries.inverseRelations[kind]}</span>{' '}
            <Link
              to="/p/$projectId/entries"
              params={{ projectId: project }}
              search={{ entry: source }}
              lang={entry.language}
            >
              {term}
            </Link>
            {state === 'proposed' && <span className="muted"> · {words.entries.proposed}</span>}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <RelationForm
          project={project}
          entry={entry}
          onSay={(decision) => {
            say(decision);
            setIsAdding(false);
          }}
          onClose={() => setIsAdding(false)}
        />
      ) : (
        <Button
          kind="quiet"
          size="small"
          className="entry-add"
          icon={<Icon name="plus" />}
          onClick={() => setIsAdding(true)}
        >
          {words.entries.addRelation}
        </Button>
      )}
    </section>
  );
}

function RelationForm({
  project,
  entry,
  onSay,
  onClose,
}: {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  readonly onSay: (decision: Decision) => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const id = useId();
  const entries = useEntries(project).data ?? [];
  const [kind, setKind] = useState<RelationKind>('broader');
  const [name, setName] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const send = () => {
    const wanted = fold(name.trim());
    const target = entries.find((one) => one.id !== entry.id && [one.term, ...one.names].map(fold).includes(wanted));
    setIsUnknown(target === undefined);
    if (target !== undefined) onSay({ kind, target: target.id, state: 'accepted' });
  };
  return (
    <InlineForm className="names-add" onSubmit={send} onClose={onClose}>
      <FilterChoice
        label={words.entries.related}
        value={kind}
        values={kinds}
        nameOf={(one) => words.entries.relations[one]}
        onChoose={setKind}
      />
      <TextField
        label={words.entries.relationTo}
        hideLabel
        placeholder={words.entries.relationTo}
        list={id}
        value={name}
        autoComplete="off"
        error={isUnknown ? words.entries.relationUnknown : undefined}
        onChange={(event) => {
          setName(event.target.value);
          setIsUnknown(false);
        }}
      />
      <datalist id={id}>
        {entries.map((one) => one.id !== entry.id && <option key={one.id} value={one.term} />)}
      </datalist>
      <Button type="submit">{words.actions.add}</Button>
      <Button kind="quiet" onClick={onClose}>
        {words.actions.cancel}
      </Button>
    </InlineForm>
  );
}
