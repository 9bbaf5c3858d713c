import type { Designation, ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAction, useUndo } from '../../data/actions.ts';
import { useEntries } from '../../data/queries.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/chip.tsx';
import { TextField } from '../../ui/field.tsx';
import { InlineForm } from '../../ui/inline-form.tsx';
import { FilterChoice } from '../../ui/list-pane.tsx';
import { fold } from '../../search/fold.ts';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { tellMatching, withMatching } from './matching.ts';
import { NameMatchingFields } from './name-matching.tsx';
import {
  isReading,
  namesake,
  needsReason,
  withName,
  withoutName,
  withReading,
  withReason,
  withStatus,
} from './names.ts';

const statuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;

/** The names of an entry: what people may call it, what they no longer do, and what they must not. */
export function EntryNames({ project, entry }: { readonly project: ProjectId; readonly entry: EntryDetail }) {
  const words = useWords();
  const [isEditing, setIsEditing] = useState(false);
  const { designations, language } = entry;
  const entries = useEntries(project).data ?? [];
  // The preferred name is the headword: it is listed where there is more to say of it.
  const told = designations.filter(({ matching }, index) => index > 0 || matching !== undefined);
  if (told.length === 0 && !isEditing) {
    return (
      <Button
        kind="quiet"
        size="small"
        className="entry-add"
        icon={<Icon name="plus" />}
        onClick={() => setIsEditing(true)}
      >
        {isRead(language) ? words.entries.editNamesAndReadings : words.entries.addName}
      </Button>
    );
  }
  return (
    <section aria-labelledby="names">
      <h3 id="names">{words.entries.names}</h3>
      {isEditing ? (
        <NamesEditor project={project} entry={entry} onClose={() => setIsEditing(false)} />
      ) : (
        <>
          <ul className="entry-names">
            {told.map(({ text, status, form, reading, reason, matching }) => (
              <li key={text}>
                <span lang={language} className={`name-${status}`}>
                  {text}
                </span>{' '}
                <span className="muted">
                  {reading !== undefined && fold(reading) !== fold(text) && <span lang={language}>{reading} · </span>}
                  {status === 'preferred' ? words.entries.statuses.preferred : words.entries.forms[form]}
                  {status !== 'admitted' && status !== 'preferred' && ` · ${words.entries.statuses[status]}`}
                  {reason !== undefined && ` · ${reason}`}
                  {matching !== undefined && ` · ${tellMatching(matching, words)}`}
                </span>
                {status === 'forbidden' && reason === undefined && (
                  <>
                    {' '}
                    <Chip tone="warn" icon="warning">
                      {words.entries.noReason}
                    </Chip>
                  </>
                )}
                {namesake(text, { entry, entries }) !== undefined && (
                  <p className="muted">
                    {words.entries.namesake}{' '}
                    <Link to="/p/$projectId/terms" params={{ projectId: project }} search={{ q: text }}>
                      {words.entries.mergeNamesake}
                    </Link>
                  </p>
                )}
              </li>
            ))}
          </ul>
          <Button kind="quiet" size="small" className="entry-add" onClick={() => setIsEditing(true)}>
            {isRead(language) ? words.entries.editNamesAndReadings : words.entries.editNames}
          </Button>
        </>
      )}
    </section>
  );
}

/** Names of this language have readings, which they are ordered by. */
function isRead(language: string): boolean {
  return language === 'ja' || language.startsWith('ja-');
}

function NamesEditor({
  project,
  entry,
  onClose,
}: {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [added, setAdded] = useState('');
  const touched = ['entry', 'term'] as const;
  const undo = useUndo(project, touched);
  const save = useAction(project, touched, (api, designations: readonly Designation[]) =>
    api.entries.rename(project, entry.id, { ifVersion: entry.version, designations }),
  );
  const write = (designations: readonly Designation[]) => {
    if (designations === entry.designations || save.isPending) return;
    save.mutate(designations, {
      onSuccess: (token) =>
        notify({
          message: words.entries.namesSaved(designations[0]?.text ?? ''),
          undo: { label: words.actions.undo, run: () => undo(token) },
        }),
    });
  };
  return (
    <InlineForm
      className="stack-tight"
      onSubmit={() => {
        write(withName(entry.designations, added));
        setAdded('');
      }}
      onClose={onClose}
    >
      <ul className="names-editor">
        {entry.designations.map((name, index) => {
          const { text, status, reading, reason } = name;
          return (
            <li key={text}>
              <span lang={entry.language}>{text}</span>
              <FilterChoice
                label={words.entries.statusOf(text)}
                value={status}
                // One name always stands for the entry: another one takes its place, or none does.
                values={index === 0 ? ['preferred'] : statuses}
                nameOf={(one) => words.entries.statuses[one]}
                onChoose={(one) => write(withStatus(entry.designations, text, one))}
              />
              {index > 0 && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={words.entries.removeName(text)}
                  onClick={() => write(withoutName(entry.designations, text))}
                >
                  {words.documents.remove}
                </Button>
              )}
              {isRead(entry.language) && (
                <ReadingField
                  label={words.entries.readingOf(text)}
                  language={entry.language}
                  reading={reading}
                  onSay={(said) => write(withReading(entry.designations, text, said))}
                />
              )}
              {needsReason({ status }) && (
                <div className="names-line">
                  <TextField
                    key={reason}
                    label={words.entries.reasonOf(text)}
                    hideLabel
                    placeholder={words.entries.reason}
                    defaultValue={reason}
                    maxLength={500}
                    autoComplete="off"
                    onBlur={({ target }) => write(withReason(entry.designations, text, target.value))}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
                      event.preventDefault();
                      write(withReason(entry.designations, text, event.currentTarget.value));
                    }}
                  />
                </div>
              )}
              <NameMatchingFields
                key={JSON.stringify(name.matching)}
                project={project}
                entry={entry}
                name={name}
                isBusy={save.isPending}
                onSave={(matching) => write(withMatching(entry.designations, text, matching))}
              />
            </li>
          );
        })}
      </ul>
      <div className="names-add">
        <TextField
          label={words.entries.addName}
          lang={entry.language}
          value={added}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setAdded(event.target.value)}
        />
        <Button type="submit" busy={save.isPending}>
          {words.actions.add}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.actions.close}
        </Button>
      </div>
    </InlineForm>
  );
}

/** How a name is read; said when the field is left, or with Enter. */
function ReadingField({
  label,
  language,
  reading = '',
  onSay,
}: {
  readonly label: string;
  readonly language: string;
  readonly reading: string | undefined;
  readonly onSay: (reading: string) => void;
}) {
  const words = useWords();
  const [text, setText] = useState(reading);
  // What was saved, or taken back, stands in the field.
  useEffect(() => setText(reading), [reading]);
  const isKana = isReading(text);
  const say = () => isKana && onSay(text);
  return (
    <div className="names-line">
      <TextField
        label={label}
        lang={language}
        placeholder={words.entries.reading}
        value={text}
        error={isKana ? undefined : words.entries.readingInKana}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        onBlur={say}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          say();
        }}
      />
    </div>
  );
}
