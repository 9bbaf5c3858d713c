import { type ConceptId, nameTaken, type ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAction, useUndo } from '../../data/actions.ts';
import { describeError, type ErrorWords } from '../../data/describe-error.ts';
import { useEntries } from '../../data/queries.ts';
import type { Document, EntrySummary } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { InlineForm } from '../../ui/inline-form.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { namesake, withName, withStatus } from '../entries/names.ts';
import { likelyEntries } from './likely-entries.ts';
import { TypeAhead } from './type-ahead.tsx';
import { type NameStatus, useShownName } from './use-shown-name.ts';

/** Chooses the entry that words are another name of, or that they are not to be used for. */
export function NameOfEntry({
  project,
  document,
  name,
  status,
  near,
  onClose,
}: {
  readonly project: ProjectId;
  readonly document: Document;
  readonly name: string;
  readonly status: NameStatus;
  /** Entries that stand beside the words. */
  readonly near: ReadonlySet<ConceptId>;
  readonly onClose: (isNamed: boolean) => void;
}) {
  const words = useWords();
  const { data: entries } = useEntries(project);
  const [refusal, setRefusal] = useState<ErrorWords>();
  const find = useMemo(
    () => likelyEntries(name, { entries: (entries ?? []).filter((entry) => isNews(entry, name, status)), near }),
    [entries, name, status, near],
  );
  const touched = ['entry', 'term'] as const;
  const undo = useUndo(project, touched);
  const show = useShownName(project, document);
  const save = useAction(project, touched, async (api, { id }: EntrySummary) => {
    const { version, designations } = await api.entries.get(project, id);
    const named = withStatus(withName(designations, name), name, status);
    return named === designations
      ? undefined
      : api.entries.rename(project, id, { ifVersion: version, designations: named });
  });
  const choose = (entry: EntrySummary) => {
    const other = namesake(name, { entry, entries: entries ?? [] });
    // Two entries may share a name, and the server lets them; here it would be a slip, told as its refusals are.
    setRefusal(other === undefined ? undefined : describeError(nameTaken(other, name), words));
    if (other !== undefined) return;
    show(entry.id, name, status);
    // Told also when the words are no longer selected; a failure is, too.
    void save.mutateAsync(entry).then(
      (token) =>
        notify({
          message: words.entries.namesSaved(entry.term),
          undo: { label: words.actions.undo, run: () => undo(token) },
        }),
      () => undefined,
    );
    onClose(true);
  };
  const label = status === 'forbidden' ? words.document.forbid : words.document.alias;
  return (
    <InlineForm className="stack-tight" label={label} onSubmit={() => undefined} onClose={() => onClose(false)}>
      <p className="field-label">{label}</p>
      <TypeAhead
        label={label}
        placeholder={words.entries.filter}
        find={find}
        keyOf={({ id }) => id}
        draw={({ term, language }) => <span lang={language}>{term}</span>}
        onChoose={choose}
      />
      {refusal !== undefined && (
        <p className="field-error" role="alert" data-code={refusal.code}>
          {refusal.message}{' '}
          <Link to="/p/$projectId/terms" params={{ projectId: project }} search={{ q: name }}>
            {words.entries.mergeNamesake}
          </Link>
        </p>
      )}
      <div className="row">
        <Button size="small" kind="quiet" onClick={() => onClose(false)}>
          {words.actions.cancel}
        </Button>
      </div>
    </InlineForm>
  );
}

/** Whether the entry would be another one with this name. */
function isNews({ term, names, forbidden = [] }: EntrySummary, name: string, status: NameStatus): boolean {
  if (term === name) return false;
  return status === 'forbidden' ? !forbidden.includes(name) : !names.includes(name) || forbidden.includes(name);
}
