import type { ConceptId, EntryChange, EntryText, OpenChanges, ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Failure } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import { KeyOf } from '../../keyboard/keys.tsx';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { ChangedWords } from './changed-words.tsx';

type Decision = 'accepted' | 'rejected';
type Line =
  | { readonly kind: 'changed'; readonly change: EntryChange }
  | { readonly kind: 'added' | 'removed'; readonly change: EntryText };

const touched = ['entry', 'term', 'term-list', 'settled'] as const;

/** What became of the glossary since a version, accepted or taken back one by one, or all at once. */
export function Changes({
  project,
  version,
  changes,
}: {
  readonly project: ProjectId;
  readonly version: number;
  readonly changes: OpenChanges;
}) {
  const words = useWords();
  const lines: readonly Line[] = [
    ...changes.changed.map((change) => ({ kind: 'changed', change }) as const),
    ...changes.added.map((change) => ({ kind: 'added', change }) as const),
    ...changes.removed.map((change) => ({ kind: 'removed', change }) as const),
  ];
  const [at, setAt] = useState(0);
  const here = Math.min(at, lines.length - 1);
  const list = useRef<HTMLUListElement>(null);
  const move = (to: number) => {
    const index = Math.min(Math.max(0, to), lines.length - 1);
    setAt(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const undo = useUndo(project, touched);
  const decide = useAction(
    project,
    touched,
    async (api, { decision, ids }: { readonly decision: Decision; readonly ids?: readonly ConceptId[] }) =>
      api.versions.decideChanges(project, { version, decision, ...(ids === undefined ? {} : { ids }) }),
    { showsFailure: true },
  );
  const say = (decision: Decision, line?: Line) => {
    if (decide.isPending || lines.length === 0) return;
    decide.mutate(
      { decision, ...(line === undefined ? {} : { ids: [line.change.id] }) },
      {
        onSuccess: (done) =>
          notify({
            message: words.versions.decided[decision](line?.change.term, done.value.length),
            undo: { label: words.actions.undo, run: () => undo(done.undo) },
          }),
      },
    );
  };
  const toHere = (decision: Decision) => () => {
    const line = lines[here];
    // What is settled leaves the list: the next one comes to its place.
    if (line !== undefined) say(decision, line);
  };
  useShortcuts('changes', [
    { command: 'changes.next', run: () => move(here + 1) },
    { command: 'changes.previous', run: () => move(here - 1) },
    { command: 'changes.accept', run: toHere('accepted') },
    { command: 'changes.reject', run: toHere('rejected') },
  ]);
  if (lines.length === 0) {
    return changes.accepted === 0 ? (
      <p className="muted">{words.versions.same}</p>
    ) : (
      <EmptyState title={words.versions.settled} detail={words.versions.accepted(changes.accepted)} tone="ok" />
    );
  }
  return (
    <>
      <div className="row">
        <p role="status" className="numbers">
          {words.versions.summary(changes.changed.length, changes.added.length, changes.removed.length)}
          {changes.accepted > 0 && <span className="muted"> · {words.versions.accepted(changes.accepted)}</span>}
        </p>
        <Button size="small" busy={decide.isPending} onClick={() => say('accepted')}>
          {words.versions.acceptAll(lines.length)}
        </Button>
        <Button size="small" busy={decide.isPending} onClick={() => say('rejected')}>
          {words.versions.rejectAll(lines.length)}
        </Button>
      </div>
      {decide.error !== null && <Failure error={decide.error} />}
      <ul className="diff" ref={list}>
        {lines.map((line, index) => (
          <li
            key={line.change.id}
            className={`change ${index === here ? 'change-here' : ''}`}
            aria-current={index === here}
            onFocus={() => setAt(index)}
          >
            <ChangeText project={project} line={line} />
            <div className="change-tools">
              <Button
                size="small"
                aria-label={words.versions.acceptNamed(line.change.term)}
                onClick={() => say('accepted', line)}
              >
                {words.versions.accept} <KeyOf command="changes.accept" />
              </Button>
              <Button
                size="small"
                aria-label={words.versions.rejectNamed(line.change.term)}
                onClick={() => say('rejected', line)}
              >
                {words.versions.reject} <KeyOf command="changes.reject" />
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

const tones = { changed: 'accent', added: 'ok', removed: 'bad' } as const;

function ChangeText({ project, line }: { readonly project: ProjectId; readonly line: Line }) {
  const words = useWords();
  const { id, term } = line.change;
  return (
    <div className="change-text">
      <div className="row">
        {line.kind === 'removed' ? (
          <strong>{term}</strong>
        ) : (
          <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: id }}>
            {term}
          </Link>
        )}
        <Chip tone={tones[line.kind]}>{words.versions[line.kind]}</Chip>
        {line.kind === 'changed' && line.change.formerTerm !== undefined && <del>{line.change.formerTerm}</del>}
      </div>
      {line.kind === 'changed' ? (
        <ChangedWords change={line.change} />
      ) : (
        line.change.text !== undefined && <p className="change-definition">{line.change.text}</p>
      )}
    </div>
  );
}
