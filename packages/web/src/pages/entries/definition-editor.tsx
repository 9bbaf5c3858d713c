import type { ConceptId, IssueId, ProjectId } from '@genglossary/core/domain';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { sentencesOf } from './sentences-of.ts';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

interface DefinitionEditorProps {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  /** The issue that it answers: both are saved at once. */
  readonly fixes?: IssueId | undefined;
  readonly onClose: () => void;
  readonly onNext: () => void;
}

/** Writes a definition. What is typed is kept in this browser until it is saved; nobody's save overwrites another's. */
export function DefinitionEditor({ project, entry, fixes, onClose, onNext }: DefinitionEditorProps) {
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  // What the entry said when the writing began, and the version that a save must still find.
  const [base, setBase] = useState({ text: textOf(entry), version: entry.version });
  const [text, setText] = useState(() => draftOf(entry.id) ?? base.text);
  const [theirs, setTheirs] = useState<EntryDetail>();
  const undo = useUndo(project, ['entry', 'issue']);
  const save = useAction(
    project,
    ['entry', 'issue'],
    (api, ifVersion: string) => {
      const edit = { ifVersion, statements: sentencesOf(text, entry.language) };
      return fixes === undefined ? api.entries.define(project, entry.id, edit) : api.issues.fix(project, fixes, edit);
    },
    { showsFailure: true },
  );
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  const write = (next: string) => {
    setText(next);
    keepDraft(entry.id, next === base.text ? undefined : next);
  };
  const close = () => {
    keepDraft(entry.id, undefined);
    onClose();
  };
  const send = async (ifVersion: string, then?: () => void) => {
    const result = await save.mutateAsync(ifVersion);
    if (result.outcome === 'conflict') {
      setTheirs(result.theirs);
      return;
    }
    close();
    notify({
      message: fixes === undefined ? words.entries.saved(entry.term) : words.issues.fixed(entry.term),
      undo: { label: words.actions.undo, run: () => undo(result.undo) },
    });
    then?.();
  };
  // A failure is shown below the text, which stays.
  const trySend = (ifVersion: string, then?: () => void) => void send(ifVersion, then).catch(() => undefined);
  useShortcuts('editing', [
    { command: 'editing.save', run: () => trySend(base.version) },
    { command: 'editing.saveAndNext', run: () => trySend(base.version, onNext) },
    { command: 'editing.cancel', run: onClose },
  ]);
  return (
    <section className="stack" aria-label={words.entries.editing} data-inline-form>
      <TextArea
        ref={field}
        className="input input-area reading"
        lang={entry.language}
        label={words.entries.editing}
        hint={text === base.text ? words.entries.editHint : words.entries.draftKept}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {save.error !== null && <Failure error={save.error} />}
      <div className="row">
        <Button kind="primary" busy={save.isPending} onClick={() => trySend(base.version)}>
          {words.actions.save}
        </Button>
        <Button onClick={() => trySend(base.version, onNext)}>{words.actions.saveAndNext}</Button>
        <Button kind="quiet" onClick={close}>
          {text === base.text ? words.actions.cancel : words.entries.discard}
        </Button>
      </div>
      <Dialog
        title={words.entries.conflictTitle}
        description={words.entries.conflictDetail}
        open={theirs !== undefined}
        onClose={() => setTheirs(undefined)}
        wide
      >
        <dl className="versions">
          <dt>{words.entries.base}</dt>
          <dd>{base.text}</dd>
          <dt>{words.entries.theirs}</dt>
          <dd>{theirs === undefined ? '' : textOf(theirs)}</dd>
          <dt>{words.entries.yours}</dt>
          <dd>{text}</dd>
        </dl>
        <div className="row row-end">
          <Button onClick={close}>{words.entries.takeTheirs}</Button>
          <Button
            kind="primary"
            onClick={() => {
              if (theirs === undefined) return;
              setBase({ text: textOf(theirs), version: theirs.version });
              setTheirs(undefined);
              trySend(theirs.version);
            }}
          >
            {words.entries.keepMine}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}

function textOf({ current }: EntryDetail): string {
  return (current?.statements ?? []).map(({ text }) => text).join(' ');
}

const draftKey = (id: ConceptId) => `genglossary.draft.${id}`;

function draftOf(id: ConceptId): string | undefined {
  return localStorage.getItem(draftKey(id)) ?? undefined;
}

export function hasDraft(id: ConceptId): boolean {
  return draftOf(id) !== undefined;
}

function keepDraft(id: ConceptId, text: string | undefined): void {
  if (text === undefined) localStorage.removeItem(draftKey(id));
  else localStorage.setItem(draftKey(id), text);
}
